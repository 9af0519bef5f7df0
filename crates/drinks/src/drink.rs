use core::fmt;

use crate::Units;

/// A volume in millilitres, from 1 to 5,000: five litres is more than any one glass, bottle or box of wine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Volume(u16);

/// Alcohol by volume in tenths of a per cent, from 0 to 1,000 (100 %): 5 % is 50.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Abv(u16);

/// One drink.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drink {
    /// How much.
    pub ml: Volume,
    /// How strong, in tenths of a per cent.
    pub abv: Abv,
}

/// Why a typed volume or strength cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was typed.
    Missing,
    /// Not a number.
    NotANumber,
    /// A number outside what a drink can be.
    OutOfRange,
}

impl Problem {
    /// The problem's name in word keys.
    pub fn id(self) -> &'static str {
        match self {
            Problem::Missing => "missing",
            Problem::NotANumber => "not-a-number",
            Problem::OutOfRange => "out-of-range",
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl Volume {
    /// A volume of so many millilitres.
    pub fn from_ml(ml: u16) -> Result<Volume, Problem> {
        if (1..=5_000).contains(&ml) { Ok(Volume(ml)) } else { Err(Problem::OutOfRange) }
    }

    /// Reads what a person typed, in millilitres: "568", "330 ml", "1,000".
    pub fn read(typed: &str) -> Result<Volume, Problem> {
        let tenths = tenths(&without_thousands(typed), &["ml", "mls", "millilitres"])?;
        u16::try_from(tenths / 10).map_err(|_| Problem::OutOfRange).and_then(Volume::from_ml)
    }

    /// In millilitres.
    pub fn ml(self) -> u16 {
        self.0
    }
}

impl Abv {
    /// A strength of so many tenths of a per cent.
    pub fn from_tenths(tenths: u16) -> Result<Abv, Problem> {
        if tenths <= 1_000 { Ok(Abv(tenths)) } else { Err(Problem::OutOfRange) }
    }

    /// Reads what a person typed: "5", "4.5 %", "13,5". A second decimal is rounded, half up.
    pub fn read(typed: &str) -> Result<Abv, Problem> {
        let tenths = tenths(typed, &["%", "% abv", "abv"])?;
        u16::try_from(tenths).map_err(|_| Problem::OutOfRange).and_then(Abv::from_tenths)
    }

    /// In tenths of a per cent.
    pub fn tenths(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Abv {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 10, self.0 % 10) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, tenth) => write!(f, "{whole}.{tenth}"),
        }
    }
}

impl Drink {
    /// The alcohol in it: millilitres times per cent, divided by 1,000 (Chief Medical Officers' unit of 10 ml).
    pub fn units(self) -> Units {
        Units::from_ten_thousandths(u32::from(self.ml.0) * u32::from(self.abv.0))
    }
}

/// "1,000" as "1000": in a volume a comma before three digits parts thousands. Read as a decimal point it would
/// make one millilitre of a litre, and the drinks of a day would be counted as next to nothing.
fn without_thousands(typed: &str) -> String {
    match typed.split_once(',') {
        Some((thousands, rest)) if rest.bytes().take_while(u8::is_ascii_digit).count() == 3 => {
            [thousands, rest].concat()
        }
        _ => typed.to_owned(),
    }
}

/// A typed number in tenths, half up, without the unit word at its end. The comma is a decimal point too.
fn tenths(typed: &str, suffixes: &[&str]) -> Result<u32, Problem> {
    let lower = typed.trim().to_ascii_lowercase();
    let number = suffixes.iter().find_map(|suffix| lower.strip_suffix(suffix)).unwrap_or(&lower).trim();
    if number.is_empty() {
        return Err(Problem::Missing);
    }
    let (whole, fraction) = number.split_once(['.', ',']).unwrap_or((number, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) || whole.len() + fraction.len() == 0 {
        return Err(Problem::NotANumber);
    }
    if whole.len() > 6 {
        return Err(Problem::OutOfRange);
    }
    let whole: u32 = if whole.is_empty() { 0 } else { whole.parse().map_err(|_| Problem::NotANumber)? };
    let digit = |place: usize| fraction.as_bytes().get(place).map_or(0, |byte| u32::from(byte - b'0'));
    Ok(whole * 10 + digit(0) + u32::from(digit(1) >= 5))
}
