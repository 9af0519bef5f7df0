//! Which items a form asks under the answers so far, and the score of a finished one.

use core::fmt;

use crate::{
    answers::Answers,
    instrument::{Band, BandRange, Form, Instrument, Reading},
};

/// A finished form's total. There is no score without every asked item answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    /// The sum of the points of the items asked.
    pub total: u16,
    /// The greatest total of the form.
    pub max: u16,
    /// How the total is read.
    pub band: Band,
}

/// A form that cannot be scored yet: an asked item has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Incomplete {
    /// The place in the instrument, from 0, of the first asked item without an answer.
    pub item: usize,
}

impl fmt::Display for Incomplete {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "item {} has no answer yet", self.item + 1)
    }
}

impl std::error::Error for Incomplete {}

impl Form {
    /// The places, in the instrument and in order, of the items that are asked under these answers.
    ///
    /// A rule counts only when every item it looks at is asked and answered, so an unanswered form asks all.
    pub fn path(&self, instrument: &Instrument, answers: &Answers) -> Vec<usize> {
        let mut path = Vec::with_capacity(self.items.len());
        for id in &self.items {
            let Some(item) = instrument.position(id) else { continue };
            let skipped = self.skip.iter().filter(|rule| rule.skip.contains(id)).any(|rule| {
                sum(instrument, answers, &rule.when, &path).is_some_and(|sum| (rule.least..=rule.most).contains(&sum))
            });
            if !skipped {
                path.push(item);
            }
        }
        path
    }

    /// The score, if every asked item is answered.
    pub fn score(&self, instrument: &Instrument, answers: &Answers) -> Result<Score, Incomplete> {
        let mut total: u16 = 0;
        for item in self.path(instrument, answers) {
            let points = answers.points(instrument, item).ok_or(Incomplete { item })?;
            if instrument.item(item).is_some_and(|item| item.counts) {
                total = total.saturating_add(u16::from(points));
            }
        }
        // The checks made sure that a band holds every total; the mildest is never a silent fallback.
        let band = self.reading(instrument, answers, total).map_or(Band::PossibleDependence, |reading| reading.band);
        Ok(Score { total, max: instrument.max(self), band })
    }

    /// How totals are read under these answers.
    pub fn bands(&self, instrument: &Instrument, answers: &Answers) -> &[BandRange] {
        let holds = |other: &&crate::instrument::OtherBands| {
            let item = instrument.position(&other.item);
            item.and_then(|item| answers.points(instrument, item)) == Some(other.points)
        };
        self.other_band.iter().find(holds).map_or(&self.band, |other| &other.band)
    }

    /// The words for a total.
    pub fn reading<'a>(&self, instrument: &'a Instrument, answers: &Answers, total: u16) -> Option<&'a Reading> {
        let range = self.bands(instrument, answers).iter().find(|band| (band.from..=band.to).contains(&total))?;
        instrument.reading(&range.id)
    }
}

/// The sum of the points of items that are all on the path and answered; none otherwise.
pub(crate) fn sum(instrument: &Instrument, answers: &Answers, ids: &[String], path: &[usize]) -> Option<u16> {
    let mut sum: u16 = 0;
    for id in ids {
        let item = instrument.position(id).filter(|item| path.contains(item))?;
        sum = sum.saturating_add(u16::from(answers.points(instrument, item)?));
    }
    Some(sum)
}
