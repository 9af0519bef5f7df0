//! A check's place, kept in this tab when the person asks for it: so a call, a reload or a lost page does not mean to
//! begin again. In the tab only, and gone when it is forgotten, begun again, or left by Leave this site.

use super::{flow::Flow, mode::Mode, withdrawal};
use crate::browser;

/// Where it is kept. One name for all checks: the newest replaces an older one.
const NAME: &str = "waymark-place";

/// The format's version. A place of another version is forgotten.
///
/// A line of words: version, form, mode, `on` if the person went on with the longer form or `-`, the day it was finished
/// or `-`, then the place of the option chosen for withdrawal signs and for each item, or `-`. Not JSON: writing that costs 3 KB of program.
const VERSION: &str = "2";

/// Keeps the place. False where the browser does not let us.
pub fn keep(form: &str, mode: Mode, flow: &Flow) -> bool {
    let day = flow.day.as_deref().unwrap_or("-");
    let mut line = [VERSION, form, mode.id(), if flow.goes_on() { "on" } else { "-" }, day].join(" ");
    let items = (0..flow.instrument().data().item.len()).map(|item| flow.answers.chosen(item));
    for option in [flow.sign_option].into_iter().chain(items) {
        line.push(' ');
        match option {
            Some(option) => line.push_str(&option.to_string()),
            None => line.push('-'),
        }
    }
    browser::keep(NAME, &line)
}

/// Puts a kept place of this form into the flow. None if there is none, or what is there does not fit.
pub fn restore(form: &str, flow: &mut Flow) -> Option<Mode> {
    let line = browser::kept(NAME)?;
    let mut words = line.split(' ');
    if words.next()? != VERSION || words.next()? != form {
        return None;
    }
    let mode = Mode::from_id(words.next()?)?;
    // All of it or nothing: a place that does not fit this questionnaire any more changes no answer.
    let mut there = flow.clone();
    if words.next()? == "on" {
        there.go_on();
    }
    let day = words.next()?;
    there.sign_option = option(words.next()?)?;
    there.sign = there.sign_option.and_then(withdrawal::sign);
    if there.sign_option.is_some() && there.sign.is_none() {
        return None;
    }
    for (item, word) in words.enumerate() {
        if let Some(option) = option(word)? {
            there.answers.choose(there.instrument(), item, option).ok()?;
        }
    }
    there.day = (day != "-").then(|| day.to_owned());
    *flow = there;
    Some(mode)
}

/// An option's place, or that there is none; nothing at all for what is neither.
fn option(word: &str) -> Option<Option<u8>> {
    if word == "-" { Some(None) } else { word.parse().ok().map(Some) }
}

/// Is a place of any check kept in this tab?
pub fn is_kept() -> bool {
    browser::kept(NAME).is_some()
}

/// Forgets it.
pub fn forget() {
    browser::forget(NAME);
}
