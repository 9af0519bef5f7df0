//! How a program that knows nothing of us adds up a form's total: one FHIRPath expression.
//!
//! It has no value before every item that is asked has its answer, because a part of a total is no total. Points are
//! looked up in the Questionnaire and not in the answer, since not every program copies them along.

use crate::{
    fhir::{ORDINAL, asked::Asked, code},
    instrument::Instrument,
};

/// The expression for the total of these items.
pub(super) fn total(instrument: &Instrument, items: &[Asked]) -> String {
    let counting = items.iter().filter(|asked| instrument.item(asked.item).is_some_and(|item| item.counts));
    let points: Vec<String> = counting.map(|asked| points(&id(instrument, asked.item))).collect();
    format!("iif({}, ({}).truncate())", finished(instrument, items), points.join(" + "))
}

/// Points of the answer to an item; 0 if it was not asked.
fn points(id: &str) -> String {
    let answer = answer(id);
    format!(
        "iif({answer}.exists(), %questionnaire.item.where(linkId = '{id}').answerOption\
         .where(value.code = {answer}.code).extension.where(url = '{ORDINAL}').value, 0)"
    )
}

/// Items that are asked under the same answers.
struct Group<'a> {
    any: Option<&'a [(usize, u8)]>,
    /// An expression for each: is it answered?
    answered: Vec<String>,
}

/// Has every item that is asked an answer? Items with the same condition stand together.
fn finished(instrument: &Instrument, items: &[Asked]) -> String {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for asked in items {
        let any = asked.any.as_deref();
        let answered = format!("{}.exists()", answer(&id(instrument, asked.item)));
        match groups.iter_mut().find(|group| group.any == any) {
            Some(group) => group.answered.push(answered),
            None => groups.push(Group { any, answered: vec![answered] }),
        }
    }
    let say = |group: &Group<'_>| {
        let answered = group.answered.join(" and ");
        match group.any {
            Some(any) => format!("(({}).not() or ({answered}))", given(instrument, any)),
            None => answered,
        }
    };
    groups.iter().map(say).collect::<Vec<_>>().join(" and ")
}

/// Was any one of these answers given?
fn given(instrument: &Instrument, any: &[(usize, u8)]) -> String {
    let mut items: Vec<(usize, Vec<String>)> = Vec::new();
    for (item, option) in any {
        let Some(choice) = instrument.options(*item).get(usize::from(*option)) else { continue };
        let same = format!("code = '{}'", code(choice));
        match items.last_mut().filter(|(last, _)| last == item) {
            Some((_, codes)) => codes.push(same),
            None => items.push((*item, vec![same])),
        }
    }
    let item = |(item, codes): &(usize, Vec<String>)| {
        format!("{}.where({}).exists()", answer(&id(instrument, *item)), codes.join(" or "))
    };
    items.iter().map(item).collect::<Vec<_>>().join(" or ")
}

fn answer(id: &str) -> String {
    format!("%resource.item.where(linkId = '{id}').answer.value")
}

fn id(instrument: &Instrument, item: usize) -> String {
    instrument.item(item).map(|item| item.id.clone()).unwrap_or_default()
}
