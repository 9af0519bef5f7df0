use directory::Phone;

/// A number as people write it. Registers have it with or without spaces, and with +44 or 0.
pub fn national(text: &str) -> Option<Phone> {
    let text = text.trim();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let others = text.chars().all(|letter| letter.is_ascii_digit() || " +()-.".contains(letter));
    let digits = match digits.strip_prefix("0044").or_else(|| digits.strip_prefix("44")) {
        Some(rest) if text.starts_with(['+', '0']) => format!("0{}", rest.trim_start_matches('0')),
        _ => digits,
    };
    if !others || !digits.starts_with('0') {
        return None;
    }
    // As it stands, if someone has put it into groups.
    if text.starts_with('0')
        && text.contains(' ')
        && let Ok(phone) = Phone::read(text)
    {
        return Some(phone);
    }
    let groups: &[usize] = match digits.as_bytes() {
        [b'0', b'2', ..] => &[3, 4, 4],
        [b'0', b'1', b'1', ..] | [b'0', b'1', _, b'1', ..] | [b'0', b'3' | b'8' | b'9', ..] => &[4, 3, 4],
        _ => &[5, 6],
    };
    let mut letters = digits.chars();
    let mut grouped: Vec<String> = groups.iter().map(|size| letters.by_ref().take(*size).collect()).collect();
    grouped.push(letters.collect());
    grouped.retain(|group| !group.is_empty());
    Phone::read(&grouped.join(" ")).ok()
}
