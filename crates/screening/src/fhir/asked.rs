//! Skip rules the other way round: an item is asked if any one of some answers was given.
//!
//! Our rules add up points and say what is left out. FHIR's `enableWhen` knows single answers and says what is asked.
//! So every combination of the answers that decide is tried: an answer counts if the item is asked whenever it was
//! given, and the item must have such an answer in every combination in which it is asked. Then the two say the
//! same of every finished form; otherwise it is an error.

use crate::{
    answers::Answers,
    fhir::Unsayable,
    instrument::{Form, Instrument},
};

/// More combinations than any questionnaire has, and few enough to try.
const MOST_COMBINATIONS: usize = 100_000;

/// An item of a form, and when it is asked.
pub(super) struct Asked {
    /// Its place in the instrument.
    pub item: usize,
    /// Places of items and of their options, any one of which makes it be asked; none if it always is.
    pub any: Option<Vec<(usize, u8)>>,
}

/// Every item of a form, in order.
pub(super) fn items(instrument: &Instrument, form: &Form) -> Result<Vec<Asked>, Unsayable> {
    let places = form.items.iter().filter_map(|id| instrument.position(id));
    places.map(|item| Ok(Asked { item, any: any(instrument, form, item)? })).collect()
}

fn any(instrument: &Instrument, form: &Form, item: usize) -> Result<Option<Vec<(usize, u8)>>, Unsayable> {
    let deciding = deciding(instrument, form, item);
    if deciding.is_empty() {
        return Ok(None);
    }
    let unsayable = || Unsayable::Skip(instrument.item(item).map(|item| item.id.clone()).unwrap_or_default());
    let combinations = combinations(instrument, &deciding).ok_or_else(unsayable)?;
    let path = |answers: &Answers| form.path(instrument, answers);
    let all = deciding.iter().flat_map(|place| {
        let options = u8::try_from(instrument.options(*place).len()).unwrap_or(u8::MAX);
        (0..options).map(move |option| (*place, option))
    });
    let given = |(place, option): (usize, u8), answers: &Answers| {
        answers.chosen(place) == Some(option) && path(answers).contains(&place)
    };
    let opens = |answer: &(usize, u8)| {
        let mut with = combinations.iter().filter(|answers| given(*answer, answers)).peekable();
        with.peek().is_some() && with.all(|answers| path(answers).contains(&item))
    };
    let opening: Vec<(usize, u8)> = all.filter(opens).collect();
    let asked = combinations.iter().filter(|answers| path(answers).contains(&item));
    let opened = |answers: &Answers| opening.iter().any(|answer| given(*answer, answers));
    let exact = !opening.is_empty() && asked.into_iter().all(opened);
    if exact { Ok(Some(opening)) } else { Err(unsayable()) }
}

/// The items, in order, whose answers decide whether this one is asked: those that its rules look at, and those that
/// the rules of these look at.
fn deciding(instrument: &Instrument, form: &Form, item: usize) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    let mut waiting = vec![item];
    while let Some(next) = waiting.pop() {
        let leaves_out = |ids: &[String]| ids.iter().any(|id| instrument.position(id) == Some(next));
        for id in form.skip.iter().filter(|rule| leaves_out(&rule.skip)).flat_map(|rule| &rule.when) {
            if let Some(place) = instrument.position(id).filter(|place| !found.contains(place)) {
                found.push(place);
                waiting.push(place);
            }
        }
    }
    found.sort_unstable();
    found
}

/// Every way to answer these items; none if there are too many.
fn combinations(instrument: &Instrument, items: &[usize]) -> Option<Vec<Answers>> {
    let mut all = vec![Answers::none()];
    for item in items {
        let options = instrument.options(*item).len();
        if all.len().checked_mul(options)? > MOST_COMBINATIONS {
            return None;
        }
        let mut longer = Vec::with_capacity(all.len() * options);
        for answers in &all {
            for option in 0..u8::try_from(options).ok()? {
                let mut answers = answers.clone();
                answers.choose(instrument, *item, option).ok()?;
                longer.push(answers);
            }
        }
        all = longer;
    }
    Some(all)
}
