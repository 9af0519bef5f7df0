//! What makes an instrument's data sound.
//!
//! The order is the order of the file, and the first thing wrong is reported: whoever edits the file mends
//! one line at a time. A scoring error must be impossible to publish, so everything that can be checked is.

use core::fmt;

use crate::instrument::{Band, Choice, Draft, Form};

/// What is wrong with an instrument's data, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The way to the place in the file: keys, and positions from 0, as in `item`, `3`, `options`.
    pub path: Vec<String>,
    /// What is wrong and what to do, as a sentence.
    pub reason: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.join("."), self.reason)
    }
}

impl std::error::Error for Fault {}

fn fault<T>(path: &[&dyn fmt::Display], reason: impl Into<String>) -> Result<T, Fault> {
    Err(Fault { path: path.iter().map(|part| part.to_string()).collect(), reason: reason.into() })
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
        return fault(&[&"form"], "there is no form; add at least one");
    }
    flags(draft)?;
    week(draft)
}

fn scales(draft: &Draft) -> Result<(), Fault> {
    for (place, scale) in draft.scale.iter().enumerate() {
        if draft.scale[..place].iter().any(|earlier| earlier.id == scale.id) {
            return fault(&[&"scale", &place, &"id"], format!("the scale {:?} is there twice", scale.id));
        }
        options(&scale.options, &[&"scale", &place, &"options"])?;
    }
    Ok(())
}

fn items(draft: &Draft) -> Result<(), Fault> {
    for (place, item) in draft.item.iter().enumerate() {
        if draft.item[..place].iter().any(|earlier| earlier.id == item.id) {
            return fault(&[&"item", &place, &"id"], format!("the item {:?} is there twice", item.id));
        }
        if item.text.trim().is_empty() {
            return fault(&[&"item", &place, &"text"], "the question has no words");
        }
        match &item.scale {
            Some(_) if !item.options.is_empty() => {
                return fault(&[&"item", &place, &"options"], "an item has a scale or its own options, not both");
            }
            Some(name) if draft.options(item).is_empty() => {
                return fault(&[&"item", &place, &"scale"], format!("there is no scale {name:?}"));
            }
            Some(_) => {}
            None => options(&item.options, &[&"item", &place, &"options"])?,
        }
    }
    Ok(())
}

fn options(options: &[Choice], path: &[&dyn fmt::Display]) -> Result<(), Fault> {
    let at = |place: &usize, key: &'static str, reason: String| {
        let mut path: Vec<String> = path.iter().map(|part| part.to_string()).collect();
        path.extend([place.to_string(), key.to_string()]);
        Err(Fault { path, reason })
    };
    if options.len() < 2 {
        return fault(path, "a question needs at least two options");
    }
    for (place, choice) in options.iter().enumerate() {
        if choice.label.trim().is_empty() {
            return at(&place, "label", "the option has no words".into());
        }
        if options[..place].iter().any(|earlier| earlier.label == choice.label) {
            return at(&place, "label", format!("the label {:?} is there twice", choice.label));
        }
        if place == 0 && choice.points != 0 {
            // A skipped item counts nothing, so every item must have an answer that counts nothing.
            return at(&place, "points", format!("the first option scores {}; it has to score 0", choice.points));
        }
        if place > 0 && choice.points <= options[place - 1].points {
            return at(&place, "points", format!("{} points do not come after {}", choice.points, options[place - 1].points));
        }
        if choice.days.is_some_and(|(least, most)| least > most) {
            return at(&place, "days", "the range ends before it begins".into());
        }
        if choice.units.is_some_and(|range| range.most.is_some_and(|most| most < range.least)) {
            return at(&place, "units", "the range ends before it begins".into());
        }
    }
    Ok(())
}

fn form_items(draft: &Draft, place: usize, form: &Form) -> Result<(), Fault> {
    if draft.form[..place].iter().any(|earlier| earlier.id == form.id) {
        return fault(&[&"form", &place, &"id"], format!("the form {:?} is there twice", form.id));
    }
    if form.items.is_empty() {
        return fault(&[&"form", &place, &"items"], "the form asks nothing");
    }
    for (n, id) in form.items.iter().enumerate() {
        if !draft.item.iter().any(|item| &item.id == id) {
            return fault(&[&"form", &place, &"items", &n], format!("there is no item {id:?}"));
        }
        if form.items[..n].contains(id) {
            return fault(&[&"form", &place, &"items", &n], format!("the item {id:?} is asked twice"));
        }
    }
    Ok(())
}

fn skips(_draft: &Draft, place: usize, form: &Form) -> Result<(), Fault> {
    let position = |id: &String| form.items.iter().position(|item| item == id);
    for (n, rule) in form.skip.iter().enumerate() {
        for (key, ids) in [("when", &rule.when), ("skip", &rule.skip)] {
            if ids.is_empty() {
                return fault(&[&"form", &place, &"skip", &n, &key], "the rule names no item");
            }
            if let Some(id) = ids.iter().find(|id| position(id).is_none()) {
                return fault(&[&"form", &place, &"skip", &n, &key], format!("this form has no item {id:?}"));
            }
        }
        if rule.least > rule.most {
            return fault(&[&"form", &place, &"skip", &n, &"most"], "the range ends before it begins");
        }
        let last = rule.when.iter().filter_map(position).max();
        let first = rule.skip.iter().filter_map(position).min();
        if last >= first {
            return fault(
                &[&"form", &place, &"skip", &n, &"skip"],
                "a rule can only leave out items that come after those it looks at",
            );
        }
    }
    Ok(())
}

fn bands(draft: &Draft, place: usize, form: &Form) -> Result<(), Fault> {
    let max = draft.max(form);
    let mut next = 0;
    let mut last: Option<Band> = None;
    for (n, band) in form.band.iter().enumerate() {
        if band.from > next {
            return fault(&[&"form", &place, &"band", &n, &"from"], format!("there is a gap: no band holds {next}"));
        }
        if band.from < next {
            return fault(&[&"form", &place, &"band", &n, &"from"], format!("{} is in two bands", band.from));
        }
        if band.to < band.from {
            return fault(&[&"form", &place, &"band", &n, &"to"], "the band ends before it begins");
        }
        if last.is_some_and(|last| last >= band.id) {
            return fault(&[&"form", &place, &"band", &n, &"id"], "bands go from the mildest to the most serious");
        }
        last = Some(band.id);
        next = band.to.saturating_add(1);
    }
    if next != max.saturating_add(1) {
        return fault(
            &[&"form", &place, &"band"],
            format!("the bands end at {}, but the greatest total is {max}", i32::from(next) - 1),
        );
    }
    Ok(())
}

fn then(draft: &Draft, place: usize, form: &Form) -> Result<(), Fault> {
    let Some(then) = &form.then else { return Ok(()) };
    let Some(longer) = draft.form.iter().find(|other| other.id == then.form) else {
        return fault(&[&"form", &place, &"then", &"form"], format!("there is no form {:?}", then.form));
    };
    if longer.items.len() <= form.items.len() || !longer.items.starts_with(&form.items) {
        return fault(
            &[&"form", &place, &"then", &"form"],
            format!("{:?} has to begin with this form's items and go on", then.form),
        );
    }
    if then.from > draft.max(form) {
        return fault(&[&"form", &place, &"then", &"from"], "no total of this form is that high");
    }
    Ok(())
}

fn flags(draft: &Draft) -> Result<(), Fault> {
    for (place, rule) in draft.flag.iter().enumerate() {
        if let Some(id) = rule.when.iter().find(|id| !draft.item.iter().any(|item| &item.id == *id)) {
            return fault(&[&"flag", &place, &"when"], format!("there is no item {id:?}"));
        }
        if rule.when.is_empty() {
            return fault(&[&"flag", &place, &"when"], "the rule names no item");
        }
        if rule.least > rule.most {
            return fault(&[&"flag", &place, &"most"], "the range ends before it begins");
        }
    }
    Ok(())
}

fn week(draft: &Draft) -> Result<(), Fault> {
    let Some(week) = &draft.week else { return Ok(()) };
    let has = |id: &String, test: fn(&Choice) -> bool| {
        draft.item.iter().find(|item| &item.id == id).is_some_and(|item| draft.options(item).iter().all(test))
    };
    if !has(&week.days, |choice| choice.days.is_some()) {
        return fault(&[&"week", &"days"], format!("every option of {:?} needs its days in four weeks", week.days));
    }
    if !has(&week.units, |choice| choice.units.is_some()) {
        return fault(&[&"week", &"units"], format!("every option of {:?} needs its range of units", week.units));
    }
    Ok(())
}
