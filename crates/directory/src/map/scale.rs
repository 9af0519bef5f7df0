use super::{View, WIDTH};

/// Lengths that a scale can have, in hundredths of a mile.
const LENGTHS: [u16; 7] = [2_000, 1_000, 500, 200, 100, 50, 25];
/// A hundredth of a mile is 16.09344 metres; this is in hundredths of millimetres.
const HUNDREDTH: i64 = 1_609_344;

/// A length on the ground and on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    /// Hundredths of a mile.
    hundredths: u16,
    /// Units on the map.
    pub length: i32,
}

impl View {
    /// The longest round length that takes up no more than 35 % of the map's width: mostly 15 % or more.
    pub fn scale(self) -> Scale {
        let of = |hundredths: u16| {
            let units = i64::from(hundredths) * HUNDREDTH * i64::from(WIDTH) / (self.metres * 100_000);
            Scale { hundredths, length: units as i32 }
        };
        let fits = LENGTHS.into_iter().map(of).find(|scale| scale.length <= WIDTH * 35 / 100);
        fits.unwrap_or(of(25))
    }
}

impl Scale {
    /// Exactly a mile.
    pub fn is_one(self) -> bool {
        self.hundredths == 100
    }

    /// How many miles, as people read it: "0.25", "5".
    pub fn miles(self) -> String {
        match self.hundredths {
            25 => "0.25".to_owned(),
            50 => "0.5".to_owned(),
            hundredths => (hundredths / 100).to_string(),
        }
    }
}
