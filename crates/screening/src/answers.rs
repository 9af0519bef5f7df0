//! What a person has answered so far.

use core::fmt;

use crate::instrument::Instrument;

/// The option chosen for each item of an instrument, by place from 0; none where nothing is chosen yet.
///
/// It stays in memory: there is deliberately no way to serialise it here. A place that is kept in a tab is written elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers(Vec<Option<u8>>);

/// An answer that the item does not offer, such as 1 or 3 points on AUDIT's items 9 and 10.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoSuchAnswer {
    /// The place of the item, from 0.
    pub item: usize,
    /// What was given.
    pub given: u8,
}

impl fmt::Display for NoSuchAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "item {} has no answer {}", self.item + 1, self.given)
    }
}

impl std::error::Error for NoSuchAnswer {}

impl Answers {
    /// Nothing answered.
    pub fn none() -> Self {
        Answers::default()
    }

    /// Answers given as points in the order of the printed form.
    pub fn from_points(instrument: &Instrument, points: &[Option<u8>]) -> Result<Self, NoSuchAnswer> {
        let mut answers = Answers::none();
        for (item, given) in points.iter().enumerate() {
            let Some(given) = *given else { continue };
            let place = instrument.options(item).iter().position(|choice| choice.points == given);
            let option = place.and_then(|place| u8::try_from(place).ok()).ok_or(NoSuchAnswer { item, given })?;
            answers.choose(instrument, item, option)?;
        }
        Ok(answers)
    }

    /// Chooses the option at a place, from 0, for an item. An option that the item lacks changes nothing.
    pub fn choose(&mut self, instrument: &Instrument, item: usize, option: u8) -> Result<(), NoSuchAnswer> {
        if usize::from(option) >= instrument.options(item).len() {
            return Err(NoSuchAnswer { item, given: option });
        }
        if self.0.len() <= item {
            self.0.resize(item + 1, None);
        }
        self.0[item] = Some(option);
        Ok(())
    }

    /// The place of the option chosen for an item.
    pub fn chosen(&self, item: usize) -> Option<u8> {
        self.0.get(item).copied().flatten()
    }

    /// The points of the option chosen for an item.
    pub fn points(&self, instrument: &Instrument, item: usize) -> Option<u8> {
        let option = self.chosen(item)?;
        instrument.options(item).get(usize::from(option)).map(|choice| choice.points)
    }
}
