/// Words for times of the day, from the content files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockWords<'a> {
    /// After an hour before midday: "am".
    pub am: &'a str,
    /// After an hour from midday on: "pm".
    pub pm: &'a str,
    /// For 12:00.
    pub midday: &'a str,
    /// For 00:00 and 24:00.
    pub midnight: &'a str,
}

/// A minute of the day as people write it: "6pm", "9:30am", "midday", "midnight".
/// Minutes past 1,440 are those of the next day.
pub fn time(minute: u16, words: &ClockWords<'_>) -> String {
    let minute = minute % 1_440;
    match minute {
        0 => return String::from(words.midnight),
        720 => return String::from(words.midday),
        _ => {}
    }
    let (hour, past) = (minute / 60, minute % 60);
    let mut text = String::new();
    let shown = if hour % 12 == 0 { 12 } else { hour % 12 };
    if shown >= 10 {
        push_digit(&mut text, shown / 10);
    }
    push_digit(&mut text, shown % 10);
    if past > 0 {
        text.push(':');
        push_digit(&mut text, past / 10);
        push_digit(&mut text, past % 10);
    }
    text.push_str(if hour < 12 { words.am } else { words.pm });
    text
}

fn push_digit(text: &mut String, digit: u16) {
    text.extend(char::from_digit(u32::from(digit), 10));
}
