//! `format`, asserted wherever what it admits is known.

use super::words::brief;
use super::{Evaluator, Findings, Visit};
use crate::json::Number;
use crate::schema::{NumberFormat, number_format, says_nothing};
use crate::shape::format;

impl Evaluator<'_> {
    pub(super) fn number_format(
        &self,
        visit: Visit<'_>,
        name: &str,
        number: &Number,
        found: &mut Findings,
    ) {
        match number_format(name) {
            Some(NumberFormat::Any) => {}
            Some(NumberFormat::Integer { min, max }) => {
                if !number.is_whole() || *number < min || *number > max {
                    let message = format!("is {number}, which is no {name}");
                    found.refusal = self.refuse(visit, message);
                }
            }
            None if self.ignores_unknown_formats => {}
            None => found.doubt(format!("the format `{name}` is not known")),
        }
    }

    pub(super) fn string_format(
        &self,
        visit: Visit<'_>,
        name: &str,
        text: &str,
        found: &mut Findings,
    ) {
        if says_nothing(name) {
            return;
        }
        match format::holds(name, text) {
            Some(true) => {}
            Some(false) => {
                let message = format!("is {}, which is no {name}", brief(visit.value));
                found.refusal = self.refuse(visit, message);
            }
            None if self.ignores_unknown_formats && !format::is_known(name) => {}
            None => found.doubt(format!("the format `{name}` is not known")),
        }
    }
}
