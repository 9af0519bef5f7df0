//! The shape of an instrument's file. Apart from the shape that the program uses, so that each can change.

use screening::instrument as used;
use serde::Deserialize;

/// `content/instruments/<id>.toml`.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct File {
    id: String,
    name: String,
    version: String,
    credit: String,
    #[serde(default)]
    licence: String,
    source: String,
    reviewed_on: String,
    review_by: String,
    pub(crate) release: Release,
    /// Why it is held.
    pub(crate) held_because: Option<String>,
    about: About,
    reading: Vec<Reading>,
    #[serde(default)]
    scale: Vec<Scale>,
    item: Vec<Item>,
    form: Vec<Form>,
    #[serde(default)]
    flag: Vec<Flag>,
    week: Option<Week>,
}

/// May the site show the instrument?
#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Release {
    /// Yes: its licence note says why.
    Released,
    /// Not yet. It is read and checked, and kept out of the site.
    Held,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum About {
    Alcohol,
    Drug,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reading {
    id: String,
    band: Band,
    name: String,
    means: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scale {
    id: String,
    options: Vec<Choice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Item {
    id: String,
    short: String,
    text: String,
    #[serde(default)]
    options: Vec<Choice>,
    scale: Option<String>,
    #[serde(default = "yes")]
    counts: bool,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Choice {
    label: String,
    points: u8,
    inside: Option<String>,
    days: Option<(u16, u16)>,
    units: Option<UnitRange>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitRange {
    least: u16,
    most: Option<u16>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Form {
    id: String,
    name: String,
    intro: Option<String>,
    items: Vec<String>,
    #[serde(default)]
    skip: Vec<Skip>,
    band: Vec<BandRange>,
    #[serde(default)]
    other_band: Vec<OtherBands>,
    then: Option<Then>,
    offer: Option<Then>,
    #[serde(default)]
    over_time: bool,
    page: Option<FormPage>,
    codes: Option<Codes>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Skip {
    when: Vec<String>,
    least: u16,
    most: u16,
    skip: Vec<String>,
    say: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OtherBands {
    item: String,
    points: u8,
    band: Vec<BandRange>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FormPage {
    address: String,
    title: String,
    summary: String,
    start: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BandRange {
    id: String,
    from: u16,
    to: u16,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Band {
    Low,
    Increasing,
    Higher,
    PossibleDependence,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Then {
    form: String,
    from: u16,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Codes {
    loinc_panel: String,
    loinc_total: String,
    snomed_score: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Flag {
    id: FlagId,
    when: Vec<String>,
    least: u16,
    most: u16,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum FlagId {
    MorningDrink,
    NotDrinking,
    Harm,
    HeavyDays,
    NeverStop,
    RiskyPlace,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Week {
    days: String,
    units: String,
}

impl From<File> for used::Draft {
    fn from(file: File) -> used::Draft {
        used::Draft {
            id: file.id,
            name: file.name,
            version: file.version,
            credit: file.credit,
            licence: file.licence,
            source: file.source,
            reviewed_on: file.reviewed_on,
            review_by: file.review_by,
            about: match file.about {
                About::Alcohol => used::About::Alcohol,
                About::Drug => used::About::Drug,
            },
            reading: file.reading.into_iter().map(reading).collect(),
            scale: file
                .scale
                .into_iter()
                .map(|scale| used::Scale { id: scale.id, options: choices(scale.options) })
                .collect(),
            item: file.item.into_iter().map(item).collect(),
            form: file.form.into_iter().map(form).collect(),
            flag: file.flag.into_iter().map(flag).collect(),
            week: file.week.map(|week| used::WeekItems { days: week.days, units: week.units }),
        }
    }
}

fn item(item: Item) -> used::Item {
    used::Item {
        id: item.id,
        short: item.short,
        text: item.text,
        options: choices(item.options),
        scale: item.scale,
        counts: item.counts,
    }
}

fn reading(reading: Reading) -> used::Reading {
    used::Reading { id: reading.id, band: band(reading.band), name: reading.name, means: reading.means }
}

fn choices(choices: Vec<Choice>) -> Vec<used::Choice> {
    let units = |range: UnitRange| used::UnitRange { least: range.least, most: range.most };
    choices
        .into_iter()
        .map(|choice| used::Choice {
            label: choice.label,
            points: choice.points,
            inside: choice.inside,
            days: choice.days,
            units: choice.units.map(units),
        })
        .collect()
}

fn form(form: Form) -> used::Form {
    let skip = |rule: Skip| used::SkipRule {
        when: rule.when,
        least: rule.least,
        most: rule.most,
        skip: rule.skip,
        say: rule.say,
    };
    let then = |then: Then| used::Then { form: then.form, from: then.from };
    let page = |page: FormPage| used::FormPage {
        address: page.address,
        title: page.title,
        summary: page.summary,
        start: page.start,
    };
    let other =
        |other: OtherBands| used::OtherBands { item: other.item, points: other.points, band: ranges(other.band) };
    used::Form {
        id: form.id,
        name: form.name,
        intro: form.intro,
        items: form.items,
        skip: form.skip.into_iter().map(skip).collect(),
        band: ranges(form.band),
        other_band: form.other_band.into_iter().map(other).collect(),
        then: form.then.map(then),
        offer: form.offer.map(then),
        over_time: form.over_time,
        page: form.page.map(page),
        codes: form.codes.map(|codes| used::Codes {
            loinc_panel: codes.loinc_panel,
            loinc_total: codes.loinc_total,
            snomed_score: codes.snomed_score,
        }),
    }
}

fn ranges(ranges: Vec<BandRange>) -> Vec<used::BandRange> {
    ranges.into_iter().map(|range| used::BandRange { id: range.id, from: range.from, to: range.to }).collect()
}

fn band(band: Band) -> used::Band {
    match band {
        Band::Low => used::Band::Low,
        Band::Increasing => used::Band::Increasing,
        Band::Higher => used::Band::Higher,
        Band::PossibleDependence => used::Band::PossibleDependence,
    }
}

fn flag(flag: Flag) -> used::FlagRule {
    let id = match flag.id {
        FlagId::MorningDrink => used::Flag::MorningDrink,
        FlagId::NotDrinking => used::Flag::NotDrinking,
        FlagId::Harm => used::Flag::Harm,
        FlagId::HeavyDays => used::Flag::HeavyDays,
        FlagId::NeverStop => used::Flag::NeverStop,
        FlagId::RiskyPlace => used::Flag::RiskyPlace,
    };
    used::FlagRule { id, when: flag.when, least: flag.least, most: flag.most }
}
