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
    instrument::{Band, Choice, Draft, Form},
};

fn fault(path: &[Part], wrong: Wrong) -> Result<(), Fault> {
    Err(Fault { path: path.to_vec(), wrong })
}

/// Ok if every rule of the format holds.
pub(crate) fn sound(draft: &Draft) -> Result<(), Fault> {
    scales(draft)?;
    items(draft)?;
    for (place, form) in draft.form.iter().enumerate() {
        form_items(draft, place, form)?;
        skips(draft, place, form)?;
        bands(draft, place, form)?;
        then(draft, place, form)?;
    }
    if draft.form.is_empty() {
        return fault(&[Key("form")], Wrong::NoForm);
    }
    flags(draft)?;
    week(draft)
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
        if draft.item[..place].iter().any(|earlier| earlier.id == item.id) {
            return fault(&at("id"), Wrong::Twice(item.id.clone()));
        }
        if item.text.trim().is_empty() {
            return fault(&at("text"), Wrong::NoWords);
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

fn bands(draft: &Draft, place: usize, form: &Form) -> Result<(), Fault> {
    let max = draft.max(form);
    let mut next = 0;
    let mut last: Option<Band> = None;
    for (n, band) in form.band.iter().enumerate() {
        let at = |key: &'static str| [Key("form"), At(place), Key("band"), At(n), Key(key)];
        if band.from > next {
            return fault(&at("from"), Wrong::Gap(next));
        }
        if band.from < next {
            return fault(&at("from"), Wrong::Overlap(band.from));
        }
        if band.to < band.from {
            return fault(&at("to"), Wrong::Backwards);
        }
        if last.is_some_and(|last| last >= band.id) {
            return fault(&at("id"), Wrong::BandOrder);
        }
        last = Some(band.id);
        next = band.to.saturating_add(1);
    }
    if next != max.saturating_add(1) {
        return fault(&[Key("form"), At(place), Key("band")], Wrong::BandEnd { end: next.checked_sub(1), max });
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
    if then.from > draft.max(form) {
        return fault(&at("from"), Wrong::TooHigh(then.from));
    }
    Ok(())
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
