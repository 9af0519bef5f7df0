//! How other people answered: shown once, to someone for whom it helps, and never as the point of a result.
//!
//! Deliberately absent: averages (a few heavy drinkers pull them up, and someone below one drifts towards it), ranks
//! ("more than 93 %": no such table exists), and anything for someone of 16 or 17 (no figures fit).

use miniserde::{Deserialize, Serialize};

use crate::{advice::Advice, assessment::Assessment};

/// A survey's figure beside which a total can be put.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Norm {
    /// The form whose totals it is about.
    pub form: String,
    /// The lowest total for which it is shown.
    pub from: u16,
    /// The highest.
    pub to: u16,
    /// The figure in a sentence, with its year, place and group.
    pub text: String,
    /// Where it is from, and when that was checked.
    pub source: String,
}

/// The figure that fits a result, if one does. Someone who may be dependent needs a person and not a comparison;
/// someone at low risk could only be drawn upwards by one.
pub fn fitting<'a>(norms: &'a [Norm], assessment: &Assessment<'_>, advice: Advice) -> Option<&'a Norm> {
    let fits =
        |norm: &&Norm| norm.form == assessment.form.id && (norm.from..=norm.to).contains(&assessment.score.total);
    norms.iter().find(fits).filter(|_| matches!(advice, Advice::Change { .. }))
}
