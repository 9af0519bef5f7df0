//! Street and town of an address that is written in one line, or in the lines of a register.

use crate::names::titled;

/// An address without its postcode.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Address {
    /// Building and street; none if there is only a town.
    pub street: Option<String>,
    /// The post town, or the village where the address ends with one.
    pub town: Option<String>,
}

/// Reads parts with commas between them, the town last, a county behind it or not. A part that is the name of what is
/// there, or that is said twice, is left out.
pub fn read(text: &str, name: &str) -> Address {
    let mut parts: Vec<String> = Vec::new();
    for part in text.split(',').map(titled).filter(|part| !part.is_empty()) {
        let again = parts.last().is_some_and(|before| before.eq_ignore_ascii_case(&part));
        if !again && !part.eq_ignore_ascii_case(name) {
            parts.push(part);
        }
    }
    while parts.len() > 1 && parts.last().is_some_and(|last| is_county(last)) {
        parts.pop();
    }
    // A number belongs to a street.
    let town = parts.pop_if(|last| !last.contains(|letter: char| letter.is_ascii_digit()));
    let street = (!parts.is_empty()).then(|| parts.join(", "));
    Address { street, town }
}

fn is_county(part: &str) -> bool {
    let letters = part.chars().filter(|letter| letter.is_ascii_alphabetic());
    let plain: String = letters.map(|letter| letter.to_ascii_lowercase()).collect();
    COUNTIES.binary_search(&plain.as_str()).is_ok()
}

/// Counties, old and new, and what they are shortened to, letters only and in order. "Durham" is not here, because it
/// is a town too.
const COUNTIES: &[&str] = &[
    "avon",
    "bedfordshire",
    "beds",
    "berks",
    "berkshire",
    "buckinghamshire",
    "bucks",
    "cambridgeshire",
    "cambs",
    "cheshire",
    "cleveland",
    "clwyd",
    "codurham",
    "cornwall",
    "countydurham",
    "cumbria",
    "denbighshire",
    "derbys",
    "derbyshire",
    "devon",
    "dorset",
    "dyfed",
    "eastsussex",
    "eastyorkshire",
    "essex",
    "flintshire",
    "glos",
    "gloucestershire",
    "greatermanchester",
    "gwent",
    "gwynedd",
    "hampshire",
    "hants",
    "herefordshire",
    "hertfordshire",
    "herts",
    "humberside",
    "isleofwight",
    "kent",
    "lancashire",
    "lancs",
    "leicestershire",
    "leics",
    "lincolnshire",
    "lincs",
    "merseyside",
    "middlesex",
    "middx",
    "midglamorgan",
    "norfolk",
    "northamptonshire",
    "northants",
    "northhumberside",
    "northlincolnshire",
    "northumberland",
    "northyorkshire",
    "nottinghamshire",
    "notts",
    "oxfordshire",
    "oxon",
    "powys",
    "rutland",
    "salop",
    "shropshire",
    "somerset",
    "southglamorgan",
    "southhumberside",
    "southstaffordshire",
    "southtyneside",
    "southyorkshire",
    "staffordshire",
    "staffs",
    "suffolk",
    "surrey",
    "teesside",
    "tyneandwear",
    "tynewear",
    "warks",
    "warwickshire",
    "westglamorgan",
    "westmidlands",
    "westsussex",
    "westyorkshire",
    "wilts",
    "wiltshire",
    "wirral",
    "wmidlands",
    "worcestershire",
    "worcs",
];
