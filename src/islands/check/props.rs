use drinks::{Abv, Drink, Volume};
use miniserde::{Deserialize, Serialize};
use screening::{Instrument, instrument::Draft, norm::Norm};

use crate::words::Strings;

/// What a check's page hands to its island, as JSON in a file beside the page.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Props {
    /// The questionnaire.
    pub instrument: Draft,
    /// The form that the check begins with.
    pub form: String,
    /// The page's own title, to build the titles of its screens.
    pub title: String,
    /// The words.
    pub words: Strings,
    /// The drinks of the picker.
    pub drinks: Vec<DrinkRow>,
    /// The day the questionnaire's facts were last checked, as people read it.
    pub reviewed: String,
    /// How other people answered.
    pub norms: Vec<Norm>,
    /// The site's own address, for what leaves it.
    pub address: String,
    /// Someone to talk to, as HTML: a card costs less as a text than as a program.
    pub help: String,
}

/// A drink on its way to the island.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DrinkRow {
    /// Its name in attributes.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Millilitres.
    pub ml: u16,
    /// Tenths of a per cent.
    pub abv: u16,
    /// Which vessel is drawn.
    pub vessel: String,
}

/// A drink that the picker offers.
#[derive(Debug, Clone, PartialEq)]
pub struct Preset {
    /// Its name in attributes.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// How much and how strong.
    pub drink: Drink,
    /// Which vessel is drawn.
    pub vessel: String,
}

/// The parts of a check, read from its props and checked.
pub struct Parts {
    /// The questionnaire.
    pub instrument: Instrument,
    /// The drinks of the picker.
    pub drinks: Vec<Preset>,
    /// The day the questionnaire's facts were last checked, as people read it.
    pub reviewed: String,
    /// Someone to talk to, as HTML.
    pub help: String,
    /// How other people answered.
    pub norms: Vec<Norm>,
    /// The site's own address, for what leaves it.
    pub address: String,
}

impl From<&Preset> for DrinkRow {
    fn from(preset: &Preset) -> DrinkRow {
        DrinkRow {
            id: preset.id.clone(),
            name: preset.name.clone(),
            ml: preset.drink.ml.ml(),
            abv: preset.drink.abv.tenths(),
            vessel: preset.vessel.clone(),
        }
    }
}

impl DrinkRow {
    /// The drink, if its numbers can be one.
    pub fn preset(self) -> Option<Preset> {
        let drink = Drink { ml: Volume::from_ml(self.ml).ok()?, abv: Abv::from_tenths(self.abv).ok()? };
        Some(Preset { id: self.id, name: self.name, drink, vessel: self.vessel })
    }
}
