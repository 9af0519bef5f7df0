//! What makes a path's data sound.
//!
//! As with an instrument, the order is the order of the file and the first thing wrong is reported.

use super::{Choice, Draft, END, Fault, MOST_OPTIONS, MOST_PIECES, MOST_QUESTIONS, Question, fault::Wrong};
use crate::{
    check::is_name,
    fault::Part::{self, At, Key},
};

fn fault(path: &[Part], wrong: Wrong) -> Result<(), Fault> {
    Err(Fault { path: path.to_vec(), wrong })
}

/// Ok if every rule of the format holds.
pub(crate) fn sound(draft: &Draft) -> Result<(), Fault> {
    if draft.question.is_empty() {
        return fault(&[Key("question")], Wrong::NoQuestion);
    }
    if draft.question.len() > MOST_QUESTIONS {
        return fault(&[Key("question"), At(MOST_QUESTIONS)], Wrong::TooManyQuestions);
    }
    if draft.piece.len() > MOST_PIECES {
        return fault(&[Key("piece"), At(MOST_PIECES)], Wrong::TooManyPieces);
    }
    pieces(draft)?;
    if let Some(id) = draft.always.iter().find(|id| !is_piece(draft, id)) {
        return fault(&[Key("always")], Wrong::Unknown(id.clone()));
    }
    // Names first: what an answer leads to can only be judged by them.
    for (place, question) in draft.question.iter().enumerate() {
        name_is_free(&question.id, draft.question.iter().take(place).map(|earlier| &earlier.id))
            .or_else(|wrong| fault(&[Key("question"), At(place), Key("id")], wrong))?;
    }
    for (place, question) in draft.question.iter().enumerate() {
        options(draft, place, question)?;
    }
    every_question_is_asked(draft)?;
    every_piece_is_shown(draft)?;
    no_end_is_silent(draft)
}

fn pieces(draft: &Draft) -> Result<(), Fault> {
    for (place, piece) in draft.piece.iter().enumerate() {
        name_is_free(&piece.id, draft.piece.iter().take(place).map(|earlier| &earlier.id))
            .or_else(|wrong| fault(&[Key("piece"), At(place)], wrong))?;
    }
    Ok(())
}

/// Names become attributes and places in the page, and a number there would be a step.
fn name_is_free<'a>(id: &String, mut earlier: impl Iterator<Item = &'a String>) -> Result<(), Wrong> {
    if !is_name(id) || id == END {
        return Err(Wrong::Name(id.clone()));
    }
    if earlier.any(|earlier| earlier == id) { Err(Wrong::Twice(id.clone())) } else { Ok(()) }
}

fn is_piece(draft: &Draft, id: &str) -> bool {
    draft.piece.iter().any(|piece| piece.id == id)
}

fn options(draft: &Draft, place: usize, question: &Question) -> Result<(), Fault> {
    let wrong = match question.option.len() {
        0 | 1 => Some(Wrong::TooFewOptions),
        count if count > MOST_OPTIONS => Some(Wrong::TooManyOptions),
        _ => None,
    };
    if let Some(wrong) = wrong {
        return fault(&[Key("question"), At(place), Key("option")], wrong);
    }
    for (n, choice) in question.option.iter().enumerate() {
        let at = |key: &'static str| [Key("question"), At(place), Key("option"), At(n), Key(key)];
        if let Some(id) = choice.show.iter().find(|id| !is_piece(draft, id)) {
            return fault(&at("show"), Wrong::Unknown(id.clone()));
        }
        let then = choice.then.clone().unwrap_or_default();
        match draft.leads(place, choice) {
            None => return fault(&at("then"), Wrong::Unknown(then)),
            Some(to) if to <= place => return fault(&at("then"), Wrong::NotForward(then)),
            Some(_) => {}
        }
        if choice.alone && !question.many {
            return fault(&at("alone"), Wrong::AloneOfOne);
        }
    }
    Ok(())
}

/// Which questions can be come to by options that fit, the end being the last. Where several options are chosen the
/// one that leads furthest wins, so single options reach everything that sets of them do.
fn reached(draft: &Draft, fits: impl Fn(&Choice) -> bool) -> Vec<bool> {
    let mut reached = vec![false; draft.question.len() + 1];
    if let Some(first) = reached.first_mut() {
        *first = true;
    }
    for (place, question) in draft.question.iter().enumerate() {
        if reached.get(place) != Some(&true) {
            continue;
        }
        for choice in question.option.iter().filter(|choice| fits(choice)) {
            if let Some(to) = draft.leads(place, choice).and_then(|to| reached.get_mut(to)) {
                *to = true;
            }
        }
    }
    reached
}

fn every_question_is_asked(draft: &Draft) -> Result<(), Fault> {
    let asked = reached(draft, |_| true);
    for (place, question) in draft.question.iter().enumerate() {
        if asked.get(place) != Some(&true) {
            return fault(&[Key("question"), At(place), Key("id")], Wrong::NeverAsked(question.id.clone()));
        }
    }
    Ok(())
}

fn every_piece_is_shown(draft: &Draft) -> Result<(), Fault> {
    let is_shown = |id: &String| {
        let mut options = draft.question.iter().flat_map(|question| &question.option);
        draft.always.contains(id) || options.any(|choice| choice.show.contains(id))
    };
    match draft.piece.iter().enumerate().find(|(_, piece)| !is_shown(&piece.id)) {
        Some((place, piece)) => fault(&[Key("piece"), At(place)], Wrong::NeverShown(piece.id.clone())),
        None => Ok(()),
    }
}

/// Nobody answers questions to be told nothing.
fn no_end_is_silent(draft: &Draft) -> Result<(), Fault> {
    if !draft.always.is_empty() {
        return Ok(());
    }
    let silent = |choice: &Choice| choice.show.is_empty();
    let reached = reached(draft, silent);
    for (place, question) in draft.question.iter().enumerate().filter(|(place, _)| reached.get(*place) == Some(&true)) {
        let ends = |choice: &Choice| silent(choice) && draft.leads(place, choice) == Some(draft.question.len());
        if let Some(n) = question.option.iter().position(ends) {
            return fault(&[Key("question"), At(place), Key("option"), At(n)], Wrong::ShowsNothing);
        }
    }
    Ok(())
}
