//! Days of the calendar (proleptic Gregorian, RFC 3339): no clock, no zone, no library.

use std::fmt;

/// A day. Later days are greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// Reads a `full-date` of RFC 3339, or the day of a `date-time`: `2027-01-31`.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = match text.split_once(['T', 't', ' ']) {
            Some((date, time)) => (date, Some(time)),
            None => (text, None),
        };
        if time.is_some_and(|time| !time.starts_with(|c: char| c.is_ascii_digit())) {
            return None;
        }
        let mut parts = date.split('-');
        let mut number = |length: usize| {
            let part = parts.next()?;
            let digits = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
            if digits { part.parse::<u16>().ok() } else { None }
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        if parts.next().is_some() {
            return None;
        }
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            _ => return None,
        };
        if day == 0 || day > days {
            return None;
        }
        Some(Self { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? })
    }

    /// The day so many days after 1970-01-01; none outside of the years 0 to 9999.
    pub fn from_unix_days(days: i64) -> Option<Self> {
        // Years begin in March here, so that a leap day is the last of its year; an era has 400
        // years.
        let shifted = days.checked_add(719_468)?;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let year = u16::try_from(year).ok().filter(|year| *year <= 9_999)?;
        Some(Self { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? })
    }

    /// How many days it is after 1970-01-01.
    pub fn unix_days(self) -> i64 {
        let month = i64::from(self.month);
        let year = i64::from(self.year) - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = if month > 2 { month - 3 } else { month + 9 };
        let day_of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// The day so many days later, or the last one that can be written.
    #[must_use]
    pub fn plus(self, days: u32) -> Self {
        const LAST: Date = Date { year: 9_999, month: 12, day: 31 };
        Self::from_unix_days(self.unix_days() + i64::from(days)).unwrap_or(LAST)
    }

    /// How many days `later` is after this one; negative if it is before.
    pub fn until(self, later: Self) -> i64 {
        later.unix_days() - self.unix_days()
    }
}

impl std::str::FromStr for Date {
    type Err = String;

    /// Reads a `full-date` alone, without a time.
    fn from_str(text: &str) -> Result<Self, String> {
        Self::parse(text)
            .filter(|_| text.len() == 10)
            .ok_or_else(|| format!("`{text}` is not a date such as 2026-11-20"))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn days_of_the_calendar_are_read() {
        for text in ["2027-01-31", "2024-02-29", "2000-02-29", "2027-06-30T12:00:00Z"] {
            let date = Date::parse(text).expect(text);
            assert_eq!(date.to_string(), text[..10]);
        }
        assert!(Date::parse("2026-12-31") < Date::parse("2027-01-01"));
    }

    #[test]
    fn every_day_has_its_number() {
        let number = |text: &str| Date::parse(text).expect(text).unix_days();
        assert_eq!(number("1970-01-01"), 0);
        assert_eq!(number("2000-03-01"), 11_017);
        assert_eq!(number("2026-11-29"), 20_786);
        // Every day of 400 years and more, one after the other.
        let mut before = Date::from_unix_days(-200_000).expect("a day");
        for days in -199_999..200_000_i64 {
            let date = Date::from_unix_days(days).expect("a day");
            assert_eq!(date.unix_days(), days);
            assert!(before < date, "{before} {date}");
            assert_eq!(Date::parse(&date.to_string()), Some(date));
            before = date;
        }
        assert_eq!(Date::from_unix_days(i64::MAX), None);
    }

    #[test]
    fn days_are_counted_over_months_and_years() {
        let date = |text: &str| Date::parse(text).expect(text);
        assert_eq!(date("2024-02-28").plus(2), date("2024-03-01"));
        assert_eq!(date("2026-11-29").plus(90), date("2027-02-27"));
        assert_eq!(date("2026-11-29").until(date("2027-01-31")), 63);
        assert_eq!(date("9999-12-30").plus(5), date("9999-12-31"));
    }

    #[test]
    fn a_day_alone_is_asked_for() {
        assert!("2026-11-29".parse::<Date>().is_ok());
        assert!("2026-11-29T10:00:00Z".parse::<Date>().is_err());
    }

    #[test]
    fn others_are_not() {
        for text in [
            "2027-02-29",
            "1900-02-29",
            "2027-13-01",
            "2027-00-01",
            "2027-04-31",
            "2027-01-00",
            "2027-1-1",
            "27-01-01",
            "2027-01-01-01",
            "soon",
            "",
            "2027-01",
            "2027-01-01Tx",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }
}
