//! An instrument as data.
//!
//! Nothing about any one questionnaire is written in Rust: its wording, points, rules and bands come from
//! `content/instruments/<id>.toml` and reach the browser as JSON in the page. What is here are the shapes.
//!
//! An [`Instrument`] is made through its checks ([`crate::check`]), so code that holds one may rely on it: every rule names
//! items that exist, bands leave no gap. The browser takes what was published as it is, and holds it to its hash.

// miniserde and not serde: it works through trait objects, and reading these types from JSON in the browser
// costs far less code than serde's generated readers did (decision 5 has the figures).
use miniserde::{Deserialize, Serialize};

pub use crate::band::{Band, BandRange, OtherBands, Reading};
use crate::{answers::Answers, fault::Fault};

/// A validated questionnaire with every form it is used in (AUDIT, and its short form AUDIT-C).
#[derive(Debug, Clone, PartialEq)]
pub struct Instrument(Draft);

/// An instrument before its checks, and the form in which it travels to the browser.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// Short name used in addresses and attributes: `audit`.
    pub id: String,
    /// The published name.
    pub name: String,
    /// Which published version of the wording this is.
    pub version: String,
    /// The credit line that the owner asks for, shown unchanged.
    pub credit: String,
    /// Why this site may show the instrument.
    pub licence: String,
    /// Where the wording, points and bands were read.
    pub source: String,
    /// The day (`2026-11-21`) on which a person last compared this file with its source.
    pub reviewed_on: String,
    /// The day after which the build refuses the file until it has been compared again.
    pub review_by: String,
    /// What its questions are about: decides what may be advised.
    pub about: About,
    /// The words for its bands, each written once.
    pub reading: Vec<Reading>,
    /// Option lists that several items share.
    pub scale: Vec<Scale>,
    /// The items, in the order of the printed form.
    pub item: Vec<Item>,
    /// The forms: which items are asked together, and how their total is read.
    pub form: Vec<Form>,
    /// Answers that change what may be said, whatever the total.
    pub flag: Vec<FlagRule>,
    /// The two items that stand for a range of units a week, if the instrument has them.
    pub week: Option<WeekItems>,
}

/// Options shared by several items, so that a label is written once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scale {
    /// The name that items use.
    pub id: String,
    /// The options, lowest points first.
    pub options: Vec<Choice>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Unique in the instrument, and the name of its radio buttons: `audit-1`.
    pub id: String,
    /// A few words that say which question this is, for "Change" links and lists.
    pub short: String,
    /// The exact wording.
    pub text: String,
    /// The options, lowest points first. Empty if a `scale` is named.
    pub options: Vec<Choice>,
    /// The shared options to use instead.
    pub scale: Option<String>,
    /// Do its points add to the total? A question that only sorts ("Have you used any?", "Which drug?") has
    /// points for rules to look at, and adds none.
    pub counts: bool,
}

/// One answer that can be chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// The exact label.
    pub label: String,
    /// What it adds to the total.
    pub points: u8,
    /// The answer as it reads inside another question's wording: "cocaine" for `{drug}`.
    pub inside: Option<String>,
    /// Drinking days in four weeks that the label stands for: least and most.
    pub days: Option<(u16, u16)>,
    /// Whole UK units on such a day: least, and most unless the label has no upper end.
    pub units: Option<UnitRange>,
}

/// A range of whole UK units (1 unit = 10 ml of ethanol). Source of the labels: the instrument's own options.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitRange {
    /// The least.
    pub least: u16,
    /// The most; none for "10 or more".
    pub most: Option<u16>,
}

/// Items asked together and the bands of their total.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Form {
    /// Used in addresses and attributes: `audit-c`.
    pub id: String,
    /// The published name: `AUDIT-C`.
    pub name: String,
    /// What holds for all of its questions, such as the time they ask about.
    pub intro: Option<String>,
    /// Ids of the items asked, in order.
    pub items: Vec<String>,
    /// Rules that leave items out. A skipped item counts nothing.
    pub skip: Vec<SkipRule>,
    /// How the total is read, lowest first, without gap or overlap.
    pub band: Vec<BandRange>,
    /// Answers under which the total is read otherwise: a line that differs from drug to drug.
    pub other_band: Vec<OtherBands>,
    /// The longer form that follows from a total on.
    pub then: Option<Then>,
    /// The fuller check, of any instrument, that is offered from a total on.
    pub offer: Option<Then>,
    /// May totals of different days be drawn as one line? Not where a rule ends the form early, so that a worse answer may
    /// give a lower total.
    pub over_time: bool,
    /// Its page on the site; none for a form that is only reached from another.
    pub page: Option<FormPage>,
    /// Standard codes of the form, for records.
    pub codes: Option<Codes>,
}

/// When the points of `when` add up to `least` to `most`, the items of `skip` are not asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SkipRule {
    /// Items whose points are added; all come before those of `skip`.
    pub when: Vec<String>,
    /// The least sum that fires the rule.
    pub least: u16,
    /// The greatest sum that fires the rule.
    pub most: u16,
    /// Items left out.
    pub skip: Vec<String>,
    /// The rule in words, for the printed form.
    pub say: String,
}

/// The page of a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FormPage {
    /// The last part of its address: `audit-c` for `/check/audit-c/`.
    pub address: String,
    /// What the site calls the check.
    pub title: String,
    /// What it asks and who it is for, in a sentence or two.
    pub summary: String,
    /// The words on the button that leads to it.
    pub start: String,
}

/// What an instrument's questions are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum About {
    /// Drinking.
    Alcohol,
    /// Another drug.
    Drug,
}

/// "From this total on, go on with that form."
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Then {
    /// The form that follows; it begins with this form's items.
    pub form: String,
    /// The total from which it follows without asking.
    pub from: u16,
}

/// Codes of a form in the record standards. Only codes that were read in a source are written down.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Codes {
    /// LOINC code of the panel.
    pub loinc_panel: String,
    /// LOINC code of the total.
    pub loinc_total: String,
    /// SNOMED CT code of the score.
    pub snomed_score: String,
}

/// Something an answer says that matters whatever the total is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Flag {
    /// A drink was needed in the morning: a sign of physical dependence.
    MorningDrink,
    /// The person does not drink now.
    NotDrinking,
    /// Someone was hurt, or was worried enough to say so.
    Harm,
    /// Heavy days come at least monthly.
    HeavyDays,
    /// The drug is one that must not be stopped suddenly.
    NeverStop,
    /// The drug is used where that can hurt someone, such as at the wheel.
    RiskyPlace,
}

/// A flag is raised when the points of `when` add up to `least` to `most`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FlagRule {
    /// Which flag.
    pub id: Flag,
    /// Items whose points are added.
    pub when: Vec<String>,
    /// The least sum that raises it.
    pub least: u16,
    /// The greatest sum that raises it.
    pub most: u16,
}

/// The two items from which the week is estimated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WeekItems {
    /// The item whose options carry `days`.
    pub days: String,
    /// The item whose options carry `units`.
    pub units: String,
}

impl Instrument {
    /// An instrument out of data that was checked before it was published, and that the browser holds to the hash of what
    /// was. Checking it once more there would cost 1 KB of program. On data that is not sound the rules still do not panic:
    /// what cannot be found is left out.
    pub fn published(draft: Draft) -> Instrument {
        Instrument(draft)
    }

    /// The checked data.
    pub fn data(&self) -> &Draft {
        &self.0
    }

    /// The place of an item in the printed form, from 0.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.0.item.iter().position(|item| item.id == id)
    }

    /// The item at a place.
    pub fn item(&self, position: usize) -> Option<&Item> {
        self.0.item.get(position)
    }

    /// The options of the item at a place, its own or its scale's; empty if there is no such item.
    pub fn options(&self, position: usize) -> &[Choice] {
        self.0.item.get(position).map_or(&[], |item| self.0.options(item))
    }

    /// A form by its id.
    pub fn form(&self, id: &str) -> Option<&Form> {
        self.0.form.iter().find(|form| form.id == id)
    }

    /// The greatest total a form can have.
    pub fn max(&self, form: &Form) -> u16 {
        self.0.max(form)
    }

    /// The words for a band, by their id.
    pub fn reading(&self, id: &str) -> Option<&Reading> {
        self.0.reading.iter().find(|reading| reading.id == id)
    }

    /// The wording of the item at a place. Where it holds `{another-item}`, the answer to that one stands in it;
    /// while there is none, that item's short words do.
    pub fn wording(&self, position: usize, answers: &Answers) -> String {
        let mut wording = String::new();
        let mut rest = self.item(position).map_or("", |item| item.text.as_str());
        while let Some((before, after)) = rest.split_once('{') {
            let (id, after) = after.split_once('}').unwrap_or((after, ""));
            wording.push_str(before);
            wording.push_str(self.inside(id, answers));
            rest = after;
        }
        wording.push_str(rest);
        wording
    }

    /// How the answer to an item reads inside another's wording.
    fn inside(&self, id: &str, answers: &Answers) -> &str {
        let Some(place) = self.position(id) else { return "" };
        let chosen = answers.chosen(place).and_then(|option| self.options(place).get(usize::from(option)));
        let short = self.item(place).map_or("", |item| item.short.as_str());
        chosen.and_then(|choice| choice.inside.as_deref()).unwrap_or(short)
    }
}

impl Draft {
    /// A copy without what only reviewers need: the page that carries it is read on slow phones. Codes and the day of
    /// the version go along, because a result that is taken away as a record names them.
    pub fn for_the_page(&self) -> Draft {
        let mut draft = self.clone();
        for text in [&mut draft.licence, &mut draft.review_by] {
            text.clear();
        }
        for form in &mut draft.form {
            form.page = None;
        }
        for reading in &mut draft.reading {
            reading.means.clear();
        }
        draft
    }

    pub(crate) fn options<'a>(&'a self, item: &'a Item) -> &'a [Choice] {
        match &item.scale {
            Some(name) => {
                self.scale.iter().find(|scale| &scale.id == name).map_or(&[], |scale| scale.options.as_slice())
            }
            None => &item.options,
        }
    }

    pub(crate) fn max(&self, form: &Form) -> u16 {
        let best = |id: &String| {
            let item = self.item.iter().find(|item| &item.id == id && item.counts)?;
            self.options(item).iter().map(|choice| u16::from(choice.points)).max()
        };
        form.items.iter().filter_map(best).fold(0, u16::saturating_add)
    }
}

impl TryFrom<Draft> for Instrument {
    type Error = Fault;

    fn try_from(draft: Draft) -> Result<Self, Fault> {
        crate::check::sound(&draft)?;
        Ok(Instrument(draft))
    }
}
