/// How many days from today: 12 weeks.
pub const DAYS: u32 = 84;

/// The longest line of such a file in bytes, without its end (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// A calendar file with one appointment, at ten in the morning wherever the person then is.
///
/// `day` is `2027-02-14`, `now` is `2026-11-22T02:00:00.000Z`, and the two with `random` name the file. Neither the site
/// nor what it is about is in it: whoever looks at the calendar sees the title and nothing more.
pub fn file(day: &str, now: &str, random: u32, title: &str) -> String {
    let title = escape(title);
    let (day, now) = (digits(day), digits(now));
    // Hours, minutes and seconds follow the day's eight digits; what is left are fractions.
    let (date, time) = (now.get(..8).unwrap_or_default(), now.get(8..14).unwrap_or_default());
    let lines: [&[&str]; 18] = [
        &["BEGIN:VCALENDAR"],
        &["VERSION:2.0"],
        &["PRODID:-//Reminder//EN"],
        &["BEGIN:VEVENT"],
        &["UID:", &now, "-", &random.to_string()],
        &["DTSTAMP:", date, "T", time, "Z"],
        &["DTSTART:", &day, "T100000"],
        &["DURATION:PT15M"],
        &["SUMMARY:", &title],
        &["CLASS:PRIVATE"],
        &["TRANSP:TRANSPARENT"],
        &["BEGIN:VALARM"],
        &["ACTION:DISPLAY"],
        &["TRIGGER:PT0S"],
        &["DESCRIPTION:", &title],
        &["END:VALARM"],
        &["END:VEVENT"],
        &["END:VCALENDAR"],
    ];
    let mut file = String::new();
    for parts in lines {
        fold(&parts.concat(), &mut file);
    }
    file
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// A text as such files write it (RFC 5545, 3.3.11).
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        if matches!(letter, '\\' | ';' | ',') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// Adds a line with its end. A longer one goes on after a space in the next, and no letter is cut.
fn fold(line: &str, file: &mut String) {
    let mut width = 0;
    for letter in line.chars() {
        if width + letter.len_utf8() > LONGEST {
            file.push_str("\r\n ");
            width = 1;
        }
        file.push(letter);
        width += letter.len_utf8();
    }
    file.push_str("\r\n");
}
