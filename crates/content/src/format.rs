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
    licence: String,
    source: String,
    reviewed_on: String,
    review_by: String,
    #[serde(default)]
    scale: Vec<Scale>,
    item: Vec<Item>,
    form: Vec<Form>,
    #[serde(default)]
    flag: Vec<Flag>,
    week: Option<Week>,
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
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Choice {
    label: String,
    points: u8,
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
#[serde(deny_unknown_fields)]
struct Form {
    id: String,
    name: String,
    items: Vec<String>,
    #[serde(default)]
    skip: Vec<Skip>,
    band: Vec<BandRange>,
    then: Option<Then>,
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
struct BandRange {
    id: Band,
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
    used::Item { id: item.id, short: item.short, text: item.text, options: choices(item.options), scale: item.scale }
}

fn choices(choices: Vec<Choice>) -> Vec<used::Choice> {
    let units = |range: UnitRange| used::UnitRange { least: range.least, most: range.most };
    choices
        .into_iter()
        .map(|choice| used::Choice {
            label: choice.label,
            points: choice.points,
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
    let band = |range: BandRange| used::BandRange { id: band(range.id), from: range.from, to: range.to };
    used::Form {
        id: form.id,
        name: form.name,
        items: form.items,
        skip: form.skip.into_iter().map(skip).collect(),
        band: form.band.into_iter().map(band).collect(),
        then: form.then.map(|then| used::Then { form: then.form, from: then.from }),
        codes: form.codes.map(|codes| used::Codes {
            loinc_panel: codes.loinc_panel,
            loinc_total: codes.loinc_total,
            snomed_score: codes.snomed_score,
        }),
    }
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
    };
    used::FlagRule { id, when: flag.when, least: flag.least, most: flag.most }
}
