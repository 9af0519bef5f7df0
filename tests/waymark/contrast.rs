//! Pairs of colour tokens: text on its ground at least 4.5:1, drawings that say something at least 3:1.

use std::collections::BTreeMap;

use crate::given;

const TEXT: f64 = 4.5;
const DRAWING: f64 = 3.0;

/// Foreground, ground, least contrast, and where the pair is.
const PAIRS: [(&str, &str, f64, &str); 40] = [
    ("ink", "paper", TEXT, "words in cards and the header"),
    ("ink", "ground", TEXT, "words on the page"),
    ("ink", "tint", TEXT, "words on a tinted card, an answer that is chosen"),
    ("muted", "paper", TEXT, "small words in cards"),
    ("muted", "ground", TEXT, "small words on the page"),
    ("muted", "tint", TEXT, "the size of a drink that is tapped, a town on the map"),
    ("link", "paper", TEXT, "links in cards"),
    ("link", "ground", TEXT, "links on the page"),
    ("link", "tint", TEXT, "links on a tinted card"),
    ("brand", "paper", TEXT, "the secondary button, the word mark"),
    ("brand", "ground", TEXT, "the page that is open, in the menu"),
    ("brand", "tint", TEXT, "a tag"),
    ("on-brand", "brand", TEXT, "the button"),
    ("on-deep", "deep", TEXT, "the footer, the next step"),
    ("on-focus", "focus", TEXT, "a link that has focus"),
    ("paper", "ink", TEXT, "the way out"),
    ("low", "paper", TEXT, "the name of the band"),
    ("increasing", "paper", TEXT, "the name of the band"),
    ("higher", "paper", TEXT, "the name of the band"),
    ("possible-dependence", "paper", TEXT, "the name of the band"),
    ("low", "ground", DRAWING, "the band on the scale"),
    ("increasing", "ground", DRAWING, "the band on the scale"),
    ("higher", "ground", DRAWING, "the band on the scale"),
    ("possible-dependence", "ground", DRAWING, "the band on the scale"),
    ("low", "track", DRAWING, "the week's range on its bar"),
    ("increasing", "track", DRAWING, "the week's range over the line, on its bar"),
    ("ink", "track", DRAWING, "the line of 14 across the bar, which it is longer than"),
    ("paper", "increasing", DRAWING, "the arrow of a range without an end"),
    ("emergency", "paper", DRAWING, "the frame of an emergency card"),
    ("emergency", "ground", DRAWING, "the frame of an emergency card"),
    ("ink", "ground", DRAWING, "the frame of an urgent card"),
    ("brand", "paper", DRAWING, "the outline of a glass, the frame of an answer"),
    ("brand", "ground", DRAWING, "the frame of an answer"),
    ("brand", "tint", DRAWING, "the drawing on a front door, a frame of an answer that is chosen, a pin on the map"),
    ("brand", "line", DRAWING, "progress that is made beside progress to come"),
    ("ink", "paper", DRAWING, "the frame of a field and of a radio button"),
    ("on-focus", "focus", DRAWING, "the two rings of focus"),
    ("muted", "paper", DRAWING, "icons beside small words"),
    ("muted", "ground", DRAWING, "icons beside small words"),
    ("on-deep", "deep", DRAWING, "icons in the footer"),
];

#[derive(Debug, Clone, Copy, PartialEq)]
enum Scheme {
    Light,
    Dark,
    Print,
}

/// The tokens of a scheme: the light ones, with the dark ones or those for paper in their place.
fn tokens(scheme: Scheme) -> BTreeMap<String, [f64; 3]> {
    let (text, print) = (given::text_of("style/_tokens.scss"), given::text_of("style/_print.scss"));
    let (light, dark) = text.split_once("prefers-color-scheme: dark").expect("light tokens, then dark ones");
    let mut tokens = BTreeMap::new();
    let parts = match scheme {
        Scheme::Light => vec![light],
        Scheme::Dark => vec![light, dark],
        Scheme::Print => vec![light, &print],
    };
    for part in parts {
        for line in part.lines() {
            let Some((name, value)) = line.trim().strip_prefix("--").and_then(|rest| rest.split_once(':')) else {
                continue;
            };
            let value = value.trim().trim_end_matches(';');
            if let Some(color) = color(value) {
                tokens.insert(name.to_owned(), color);
            }
        }
    }
    tokens
}

/// `#16262b` or `#fd0`: red, green, blue from 0 to 1.
fn color(value: &str) -> Option<[f64; 3]> {
    let digits = value.strip_prefix('#')?;
    let wide: String = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        6 => digits.to_owned(),
        _ => return None,
    };
    let part = |at: usize| u8::from_str_radix(wide.get(at..at + 2)?, 16).ok().map(|part| f64::from(part) / 255.0);
    Some([part(0)?, part(2)?, part(4)?])
}

/// WCAG 2.2: relative luminance.
fn luminance(color: [f64; 3]) -> f64 {
    let [red, green, blue] =
        color.map(|part| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: [f64; 3], two: [f64; 3]) -> f64 {
    let (one, two) = (luminance(one), luminance(two));
    (one.max(two) + 0.05) / (one.min(two) + 0.05)
}

fn check(scheme: Scheme) {
    let tokens = tokens(scheme);
    let mut wrong = Vec::new();
    for (front, ground, least, place) in PAIRS {
        let token = |name: &str| *tokens.get(name).unwrap_or_else(|| panic!("style/_tokens.scss has no --{name}"));
        let found = contrast(token(front), token(ground));
        if found < least {
            wrong.push(format!("--{front} on --{ground} is {found:.2}:1 and has to be {least}:1 ({place})"));
        }
    }
    assert!(wrong.is_empty(), "{scheme:?}:\n{}", wrong.join("\n"));
}

#[test]
fn colours_can_be_told_apart_in_light() {
    check(Scheme::Light);
}

#[test]
fn colours_can_be_told_apart_in_the_dark() {
    check(Scheme::Dark);
}

#[test]
fn colours_can_be_told_apart_on_paper() {
    check(Scheme::Print);
}

/// A colour outside the tokens would escape the pairs above. Print sets tokens of its own.
#[test]
fn colours_are_written_in_the_tokens_only() {
    for file in given::files("style").into_iter().filter(|file| file != "style/_tokens.scss" && file.ends_with(".scss"))
    {
        for (number, line) in given::text_of(&file).lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            let token = file == "style/_print.scss" && code.trim_start().starts_with("--");
            let hex = code.split('#').skip(1).any(|after| {
                let digits = after.chars().take_while(char::is_ascii_hexdigit).count();
                matches!(digits, 3 | 4 | 6 | 8) && !after.starts_with('{')
            });
            let named = ["rgb(", "hsl(", ": white", ": black", ": red"].iter().any(|name| code.contains(name));
            assert!(token || !(hex || named), "{file}:{}: {line}", number + 1);
        }
    }
}

/// Every token is used, and every one that is used exists.
#[test]
fn tokens_and_their_uses_are_the_same() {
    let tokens = tokens(Scheme::Dark);
    let styles: String =
        given::files("style").iter().filter(|file| file.ends_with(".scss")).map(|file| given::text_of(file)).collect();
    let bands = ["low", "increasing", "higher", "possible-dependence"];
    for name in tokens.keys() {
        let used = styles.contains(&format!("var(--{name})")) || bands.contains(&name.as_str());
        assert!(used, "--{name} is not used");
    }
    for after in styles.split("var(--").skip(1) {
        let name: String =
            after.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect();
        let known = name.is_empty() || tokens.contains_key(&name) || styles.contains(&format!("--{name}:"));
        assert!(known, "--{name} is used, but nowhere given");
    }
}

#[test]
fn contrast_is_what_wcag_says() {
    let (black, white) = ([0.0; 3], [1.0; 3]);
    assert!((contrast(black, white) - 21.0).abs() < 0.001);
    let gray = color("#767676").expect("a colour");
    assert!((contrast(gray, white) - 4.54).abs() < 0.01);
    assert_eq!(color("#fd0"), color("#ffdd00"));
}
