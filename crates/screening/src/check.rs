//! What makes an instrument's data sound.
//!
//! The order is the order of the file, and the first thing wrong is reported: whoever edits the file mends
//! one line at a time. A scoring error must be impossible to publish, so everything that can be checked is.

use crate::{
    fault::{
        Fault,
        Part::{self, At, Key},
        Wrong,
    },
    instrument::{Band, BandRange, Choice, Draft, Form, Then},
};

fn fault(path: &[Part], wrong: Wrong) -> Result<(), Fault> {
    Err(Fault { path: path.to_vec(), wrong })
}

/// May this be the name of something? Names become parts of addresses, names of files and folders, attributes and
/// selectors of the page, and a number there would be a step.
pub fn is_name(id: &str) -> bool {
    id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && id.starts_with(|first: char| first.is_ascii_lowercase())
}

/// Ok if every rule of the format holds.
pub(crate) fn sound(draft: &Draft) -> Result<(), Fault> {
    named(&draft.id, &[Key("id")])?;
    readings(draft)?;
    scales(draft)?;
    items(draft)?;
    for (place, form) in draft.form.iter().enumerate() {
        form_items(draft, place, form)?;
        skips(draft, place, form)?;
        form_bands(draft, place, form)?;
        then(draft, place, form)?;
        if let Some(offer) = &form.offer {
            reachable(draft, form, offer, &[Key("form"), At(place), Key("offer"), Key("from")])?;
        }
    }
    if draft.form.is_empty() {
        return fault(&[Key("form")], Wrong::NoForm);
    }
    flags(draft)?;
    week(draft)
}

fn named(id: &str, at: &[Part]) -> Result<(), Fault> {
    if is_name(id) { Ok(()) } else { fault(at, Wrong::Name(id.to_owned())) }
}

fn readings(draft: &Draft) -> Result<(), Fault> {
    for (place, reading) in draft.reading.iter().enumerate() {
        let at = |key: &'static str| [Key("reading"), At(place), Key(key)];
        named(&reading.id, &at("id"))?;
        if draft.reading[..place].iter().any(|earlier| earlier.id == reading.id) {
            return fault(&at("id"), Wrong::Twice(reading.id.clone()));
        }
        if reading.name.trim().is_empty() {
            return fault(&at("name"), Wrong::NoWords);
        }
    }
    Ok(())
}

fn scales(draft: &Draft) -> Result<(), Fault> {
    for (place, scale) in draft.scale.iter().enumerate() {
        if draft.scale[..place].iter().any(|earlier| earlier.id == scale.id) {
            return fault(&[Key("scale"), At(place), Key("id")], Wrong::Twice(scale.id.clone()));
        }
        options(&scale.options, [Key("scale"), At(place), Key("options")])?;
    }
    Ok(())
}

fn items(draft: &Draft) -> Result<(), Fault> {
    for (place, item) in draft.item.iter().enumerate() {
        let at = |key: &'static str| [Key("item"), At(place), Key(key)];
        named(&item.id, &at("id"))?;
        if draft.item[..place].iter().any(|earlier| earlier.id == item.id) {
            return fault(&at("id"), Wrong::Twice(item.id.clone()));
        }
        if item.text.trim().is_empty() {
            return fault(&at("text"), Wrong::NoWords);
        }
        for hole in holes(&item.text) {
            match hole {
                None => return fault(&at("text"), Wrong::NeverClosed),
                // What is not asked before cannot stand in the wording.
                Some(id) if !draft.item[..place].iter().any(|earlier| earlier.id == id) => {
                    return fault(&at("text"), Wrong::Unknown(id.to_owned()));
                }
                Some(_) => {}
            }
        }
        match &item.scale {
            Some(_) if !item.options.is_empty() => return fault(&at("options"), Wrong::ScaleAndOptions),
            Some(name) if draft.options(item).is_empty() => return fault(&at("scale"), Wrong::Unknown(name.clone())),
            Some(_) => {}
            None => options(&item.options, at("options"))?,
        }
    }
    Ok(())
}

/// What stands in each `{id}` of a wording; none for a brace that is never closed.
fn holes(text: &str) -> impl Iterator<Item = Option<&str>> {
    text.split('{').skip(1).map(|after| after.split_once('}').map(|(id, _)| id))
}

fn options(options: &[Choice], path: [Part; 3]) -> Result<(), Fault> {
    if options.len() < 2 {
        return fault(&path, Wrong::TooFewOptions);
    }
    for (place, choice) in options.iter().enumerate() {
        let [a, b, c] = path;
        let at = |key: &'static str| [a, b, c, At(place), Key(key)];
        if choice.label.trim().is_empty() {
            return fault(&at("label"), Wrong::NoWords);
        }
        if options[..place].iter().any(|earlier| earlier.label == choice.label) {
            return fault(&at("label"), Wrong::Twice(choice.label.clone()));
        }
        if place == 0 && choice.points != 0 {
            return fault(&at("points"), Wrong::FirstScores(choice.points));
        }
        if place > 0 && choice.points <= options[place - 1].points {
            return fault(&at("points"), Wrong::NotRising(choice.points));
        }
        if choice.days.is_some_and(|(least, most)| least > most) {
            return fault(&at("days"), Wrong::Backwards);
        }
        if choice.units.is_some_and(|range| range.most.is_some_and(|most| most < range.least)) {
            return fault(&at("units"), Wrong::Backwards);
        }
    }
    Ok(())
}

fn form_items(draft: &Draft, place: usize, form: &Form) -> Result<(), Fault> {
    named(&form.id, &[Key("form"), At(place), Key("id")])?;
    if let Some(page) = &form.page {
        named(&page.address, &[Key("form"), At(place), Key("page"), Key("address")])?;
    }
    if draft.form[..place].iter().any(|earlier| earlier.id == form.id) {
        return fault(&[Key("form"), At(place), Key("id")], Wrong::Twice(form.id.clone()));
    }
    if form.items.is_empty() {
        return fault(&[Key("form"), At(place), Key("items")], Wrong::NoItem);
    }
    for (n, id) in form.items.iter().enumerate() {
        let at = [Key("form"), At(place), Key("items"), At(n)];
        if !draft.item.iter().any(|item| &item.id == id) {
            return fault(&at, Wrong::Unknown(id.clone()));
        }
        if form.items[..n].contains(id) {
            return fault(&at, Wrong::Twice(id.clone()));
        }
    }
    Ok(())
}

fn skips(draft: &Draft, place: usize, form: &Form) -> Result<(), Fault> {
    let position = |id: &String| form.items.iter().position(|item| item == id);
    for (n, rule) in form.skip.iter().enumerate() {
        let at = |key: &'static str| [Key("form"), At(place), Key("skip"), At(n), Key(key)];
        for (key, ids) in [("when", &rule.when), ("skip", &rule.skip)] {
            if ids.is_empty() {
                return fault(&at(key), Wrong::NoItem);
            }
            if let Some(id) = ids.iter().find(|id| position(id).is_none()) {
                return fault(&at(key), Wrong::Unknown(id.clone()));
            }
        }
        if rule.least > rule.most {
            return fault(&at("most"), Wrong::Backwards);
        }
        if rule.least > most(draft, &rule.when) {
            return fault(&at("least"), Wrong::TooHigh(rule.least));
        }
        if rule.say.trim().is_empty() {
            return fault(&at("say"), Wrong::NoWords);
        }
        let last = rule.when.iter().filter_map(position).max();
        let first = rule.skip.iter().filter_map(position).min();
        if last >= first {
            return fault(&at("skip"), Wrong::LooksAhead);
        }
    }
    Ok(())
}

fn form_bands(draft: &Draft, place: usize, form: &Form) -> Result<(), Fault> {
    let max = draft.max(form);
    bands(draft, max, &form.band, &[Key("form"), At(place), Key("band")])?;
    for (n, other) in form.other_band.iter().enumerate() {
        let path = [Key("form"), At(place), Key("other-band"), At(n)];
        let at = |key: &'static str| [&path[..], &[Key(key)]].concat();
        let item = draft.item.iter().find(|item| item.id == other.item && form.items.contains(&item.id));
        let Some(item) = item else {
            return fault(&at("item"), Wrong::Unknown(other.item.clone()));
        };
        if !draft.options(item).iter().any(|choice| choice.points == other.points) {
            return fault(&at("points"), Wrong::TooHigh(u16::from(other.points)));
        }
        bands(draft, max, &other.band, &at("band"))?;
    }
    Ok(())
}

fn bands(draft: &Draft, max: u16, ranges: &[BandRange], path: &[Part]) -> Result<(), Fault> {
    let mut next = 0;
    let mut last: Option<Band> = None;
    for (n, range) in ranges.iter().enumerate() {
        let at = |key: &'static str| [path, &[At(n), Key(key)]].concat();
        let Some(reading) = draft.reading.iter().find(|reading| reading.id == range.id) else {
            return fault(&at("id"), Wrong::Unknown(range.id.clone()));
        };
        if range.from > next {
            return fault(&at("from"), Wrong::Gap(next));
        }
        if range.from < next {
            return fault(&at("from"), Wrong::Overlap(range.from));
        }
        if range.to < range.from {
            return fault(&at("to"), Wrong::Backwards);
        }
        if last.is_some_and(|last| last >= reading.band) {
            return fault(&at("id"), Wrong::BandOrder);
        }
        last = Some(reading.band);
        next = range.to.saturating_add(1);
    }
    if next != max.saturating_add(1) {
        return fault(path, Wrong::BandEnd { end: next.checked_sub(1), max });
    }
    Ok(())
}

fn then(draft: &Draft, place: usize, form: &Form) -> Result<(), Fault> {
    let Some(then) = &form.then else { return Ok(()) };
    let at = |key: &'static str| [Key("form"), At(place), Key("then"), Key(key)];
    let Some(longer) = draft.form.iter().find(|other| other.id == then.form) else {
        return fault(&at("form"), Wrong::Unknown(then.form.clone()));
    };
    if longer.items.len() <= form.items.len() || !longer.items.starts_with(&form.items) {
        return fault(&at("form"), Wrong::NotLonger(then.form.clone()));
    }
    reachable(draft, form, then, &at("from"))
}

fn reachable(draft: &Draft, form: &Form, then: &Then, at: &[Part]) -> Result<(), Fault> {
    if then.from > draft.max(form) { fault(at, Wrong::TooHigh(then.from)) } else { Ok(()) }
}

fn flags(draft: &Draft) -> Result<(), Fault> {
    for (place, rule) in draft.flag.iter().enumerate() {
        let at = |key: &'static str| [Key("flag"), At(place), Key(key)];
        if let Some(id) = rule.when.iter().find(|id| !draft.item.iter().any(|item| &item.id == *id)) {
            return fault(&at("when"), Wrong::Unknown(id.clone()));
        }
        if rule.when.is_empty() {
            return fault(&at("when"), Wrong::NoItem);
        }
        if rule.least > rule.most {
            return fault(&at("most"), Wrong::Backwards);
        }
        if rule.least > most(draft, &rule.when) {
            return fault(&at("least"), Wrong::TooHigh(rule.least));
        }
    }
    Ok(())
}

/// The greatest sum of points that items can have.
fn most(draft: &Draft, ids: &[String]) -> u16 {
    let items = ids.iter().filter_map(|id| draft.item.iter().find(|item| &item.id == id));
    let best = items.filter_map(|item| draft.options(item).iter().map(|choice| u16::from(choice.points)).max());
    best.fold(0, u16::saturating_add)
}

fn week(draft: &Draft) -> Result<(), Fault> {
    let Some(week) = &draft.week else { return Ok(()) };
    let has = |id: &String, test: fn(&Choice) -> bool| {
        draft.item.iter().find(|item| &item.id == id).is_some_and(|item| draft.options(item).iter().all(test))
    };
    if !has(&week.days, |choice| choice.days.is_some()) {
        return fault(&[Key("week"), Key("days")], Wrong::NoRange(week.days.clone()));
    }
    if !has(&week.units, |choice| choice.units.is_some()) {
        return fault(&[Key("week"), Key("units")], Wrong::NoRange(week.units.clone()));
    }
    Ok(())
}
