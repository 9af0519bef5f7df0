//! An instrument as data.
//!
//! Nothing about any one questionnaire is written in Rust: its wording, points, rules and bands come from
//! `content/instruments/<id>.toml` and reach the browser as JSON in the page. What is here are the shapes.
//!
//! An [`Instrument`] can only be made through its checks ([`crate::check`]), from the file and from the page
//! alike, so code that holds one may rely on it: every rule names items that exist, bands leave no gap.

// miniserde and not serde: it works through trait objects, and reading these types from JSON in the browser
// costs far less code than serde's generated readers did (decision 5 has the figures).
use miniserde::{Deserialize, Serialize};

use crate::fault::Fault;

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
}

/// One answer that can be chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// The exact label.
    pub label: String,
    /// What it adds to the total.
    pub points: u8,
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
    /// Ids of the items asked, in order.
    pub items: Vec<String>,
    /// Rules that leave items out. A skipped item counts nothing.
    pub skip: Vec<SkipRule>,
    /// How the total is read, lowest first, without gap or overlap.
    pub band: Vec<BandRange>,
    /// The longer form that follows from a total on.
    pub then: Option<Then>,
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

/// One band of a form's total, both ends included.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BandRange {
    /// Which band.
    pub id: Band,
    /// The lowest total.
    pub from: u16,
    /// The highest total.
    pub to: u16,
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

/// The UK risk words, mildest first, as OHID's forms print them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Band {
    /// "Low risk".
    Low,
    /// "Increasing risk".
    Increasing,
    /// "Higher risk".
    Higher,
    /// "Possible dependence". Not a diagnosis.
    PossibleDependence,
}

impl Band {
    /// Every band, mildest first.
    pub const ALL: [Band; 4] = [Band::Low, Band::Increasing, Band::Higher, Band::PossibleDependence];

    /// The band's name in attributes, style classes and word keys.
    pub fn id(self) -> &'static str {
        match self {
            Band::Low => "low",
            Band::Increasing => "increasing",
            Band::Higher => "higher",
            Band::PossibleDependence => "possible-dependence",
        }
    }
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
}

impl Draft {
    /// A copy without what only records and reviewers need: the page that carries it is read on slow phones.
    pub fn for_the_page(&self) -> Draft {
        let mut draft = self.clone();
        for text in [&mut draft.licence, &mut draft.reviewed_on, &mut draft.review_by] {
            text.clear();
        }
        for form in &mut draft.form {
            form.codes = None;
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
            let item = self.item.iter().find(|item| &item.id == id)?;
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
