use directory::{Area, Phone};
use drinks::Drink;
use screening::Instrument;
use serde::{Deserialize, Serialize};

use crate::words::Strings;

/// What a check's page hands to its island, as JSON.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Props {
    /// The questionnaire.
    pub instrument: Instrument,
    /// The form that the check begins with.
    pub form: String,
    /// The page's own title, to build the titles of its screens.
    pub title: String,
    /// The words.
    pub words: Strings,
    /// The drinks of the picker.
    pub drinks: Vec<Preset>,
    /// The areas and their services.
    pub areas: Vec<Area>,
    /// National lines for the result.
    pub lines: Vec<NationalLine>,
    /// The day the questionnaire's facts were last checked, as people read it.
    pub reviewed: String,
}

/// A drink that the picker offers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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

/// A national line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NationalLine {
    /// Who answers.
    pub name: String,
    /// The number.
    pub phone: Phone,
    /// Who it is for.
    pub about: String,
    /// When it is answered.
    pub hours: Option<String>,
}
