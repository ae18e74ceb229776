//! Keywords about numbers, all by exact value.

use super::words::brief;
use super::{Evaluator, Findings, Visit};
use crate::json::{Class, Number};
use crate::schema::Keywords;

impl Evaluator<'_> {
    pub(super) fn number(
        &self,
        visit: Visit<'_>,
        keywords: &Keywords,
        number: &Number,
        found: &mut Findings,
    ) {
        let mut refuse = |message: String| {
            found.refusal = self.refuse(visit, format!("is {}, {message}", brief(visit.value)));
        };
        if let Some(min) = keywords.minimum.as_ref().filter(|min| number < min) {
            return refuse(format!("less than {min}"));
        }
        if let Some(min) = keywords.exclusive_minimum.as_ref().filter(|min| number <= min) {
            return refuse(format!("not greater than {min}"));
        }
        if let Some(max) = keywords.maximum.as_ref().filter(|max| number > max) {
            return refuse(format!("greater than {max}"));
        }
        if let Some(max) = keywords.exclusive_maximum.as_ref().filter(|max| number >= max) {
            return refuse(format!("not less than {max}"));
        }
        if let Some(step) = &keywords.multiple_of {
            match number.is_multiple_of(step) {
                Some(true) => {}
                Some(false) => return refuse(format!("not a multiple of {step}")),
                None => found.doubt(format!(
                    "whether {number} is a multiple of {step} is too \
                                             large a computation"
                )),
            }
        }
        if let Some(format) = &keywords.format {
            self.number_format(visit, format, number, found);
        }
    }
}

/// draft-04's integer: written without fraction and exponent.
pub(super) fn written_whole(number: &Number) -> bool {
    number.class() == Class::Integer || number.as_str() == "-0"
}
