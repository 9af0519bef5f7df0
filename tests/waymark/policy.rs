//! The policy that a school makes for itself: what it says, whatever is answered, and its files.

use policy::{Answers, Labels, Template, text, word};
use waymark::islands::{
    policy::{
        desk::Desk,
        kept::{self, Standing, There, standing},
        shown,
    },
    readable::Unreadable,
};

use crate::given;

fn gap(question: &str) -> String {
    format!("[Not answered: {question}]")
}

fn template() -> &'static Template {
    &given::site().policy
}

fn answers(all: &[(&str, &str)]) -> Answers {
    Answers::of(all.iter().map(|(question, answer)| ((*question).to_owned(), (*answer).to_owned())))
}

/// One answer to every question.
fn answered() -> Answers {
    Answers::of(template().questions.iter().map(|question| {
        let answer = question.choices.first().map_or("Hill Top", |choice| &choice.id);
        (question.id.clone(), answer.to_owned())
    }))
}

fn labels() -> Labels<'static> {
    Labels { title: "Policy", school: "Hill Top & Vale <School>", note: "A draft.", rests_on: "Rests on:" }
}

#[test]
fn the_template_is_sound() {
    assert_eq!(template().faults(), Vec::<String>::new());
    assert!(template().sections.len() >= 20 && template().questions.len() >= 12);
}

/// A template with each fault is refused.
#[test]
fn faults_are_found() {
    let broken = |change: &dyn Fn(&mut Template)| {
        let mut template = template().clone();
        change(&mut template);
        template.faults()
    };
    assert!(!broken(&|template| template.sections[0].parts[0].text.push_str(" {nobody}")).is_empty());
    assert!(!broken(&|template| template.sections[0].parts[0].question = "nothing".into()).is_empty());
    assert!(!broken(&|template| template.sections[0].sources.clear()).is_empty());
    assert!(!broken(&|template| template.questions[0].blank.clear()).is_empty());
    assert!(
        !broken(&|template| {
            let again = template.questions[0].clone();
            template.questions.push(again)
        })
        .is_empty()
    );
    assert!(
        !broken(&|template| {
            let again = template.sections[0].clone();
            template.sections.push(again)
        })
        .is_empty()
    );
    let wrong = |template: &mut Template| {
        let part =
            template.sections.iter_mut().flat_map(|section| &mut section.parts).find(|part| !part.answers.is_empty());
        part.expect("a part for some").answers.push("nowhere".into());
    };
    assert!(!broken(&wrong).is_empty());
}

/// Without an answer the draft says where something is missing; with all of them no gap of ours is left.
#[test]
fn a_gap_is_seen() {
    let empty = template().draft(&Answers::default(), &gap);
    for question in &template().questions {
        let missing = if question.choices.is_empty() { question.blank.clone() } else { gap(&question.text) };
        assert!(empty.iter().any(|section| section.text.contains(&missing)), "{missing}");
    }
    for section in template().draft(&answered(), &gap) {
        assert!(!section.text.contains("Not answered") && !section.text.contains('{'), "{}", section.text);
        assert!(!section.text.is_empty(), "{}", section.id);
    }
}

/// Support before sanction (S49): the first section is about help, and wherever the ladder speaks of a sanction it has
/// spoken of support.
#[test]
fn help_comes_first() {
    let draft = template().draft(&answered(), &gap);
    assert_eq!(draft[0].id, "support-first");
    let place = |id: &str| draft.iter().position(|section| section.id == id).expect(id);
    assert!(place("instead") < place("exclusion"));
    let ladder = &draft[place("ladder")].text;
    let (support, sanction) = (ladder.find("support"), ladder.find("sanction"));
    assert!(support.is_some() && support < sanction, "{ladder}");
}

/// Every section says what it rests on, with a date or a note on how far it was read.
#[test]
fn every_section_says_what_it_rests_on() {
    for section in &template().sections {
        assert!(!section.sources.is_empty(), "{}", section.id);
        assert!(section.sources.iter().all(|source| source.note.len() > 20), "{}", section.id);
    }
}

/// Each council's part has the numbers that its folder has for a child, and no other council's.
#[test]
fn numbers_are_those_of_the_areas() {
    for area in &given::site().areas {
        let draft = template().draft(&answers(&[("area", &area.id)]), &gap);
        let all: String = draft.iter().map(|section| section.text.as_str()).collect();
        for contact in area.contacts.iter().filter(|contact| contact.name.starts_with("For a child")) {
            assert!(all.contains(&contact.phone.to_string()), "{}: {}", area.name, contact.name);
        }
        let known = |phone: &str| {
            let mut own = area
                .contacts
                .iter()
                .map(|contact| &contact.phone)
                .chain(area.services.iter().filter_map(|service| service.phone.as_ref()));
            own.any(|own| own.to_string() == phone)
        };
        let safeguarding = draft.iter().find(|section| section.id == "safeguarding").expect("safeguarding");
        for phone in numbers(&safeguarding.text) {
            let in_text = area
                .services
                .iter()
                .any(|service| service.caution.as_deref().is_some_and(|text| text.contains(&phone)));
            assert!(known(&phone) || in_text || phone.len() < 6, "{}: {phone} is not in its folder", area.name);
        }
    }
}

/// Telephone numbers as they are written: a nought, and at least nine more digits.
fn numbers(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_ascii_digit() && letter != ' ')
        .map(str::trim)
        .filter(|run| run.starts_with('0') && run.bytes().filter(u8::is_ascii_digit).count() >= 10)
        .map(str::to_owned)
        .collect()
}

#[test]
fn what_somebody_wrote_stays() {
    let words = given::site().words;
    let mut desk = Desk::default();
    desk.write("scope", "Our own words.", template(), words);
    desk.answers = answered();
    let of = |desk: &Desk| {
        desk.sections(template(), words).into_iter().find(|section| section.id == "scope").expect("scope").text
    };
    assert_eq!(of(&desk), "Our own words.");
    assert_eq!(desk.put_back("scope").as_deref(), Some("Our own words."));
    let own = of(&desk);
    assert!(own.contains("Hill Top") || own.len() > 100);
    // The draft's own text, typed again, is no change.
    desk.write("scope", &own, template(), words);
    assert!(desk.changed.is_empty());
}

#[test]
fn as_text_it_has_every_section_and_source() {
    let draft = template().draft(&answered(), &gap);
    let text = text(labels(), &draft);
    for (section, number) in draft.iter().zip(1..) {
        assert!(text.contains(&format!("{number}. {}", section.title)) && text.contains(section.text.trim()));
        assert!(section.sources.iter().all(|source| text.contains(&source.name)));
    }
}

/// The Word file is an archive of well-formed parts, and what is typed cannot break it.
#[test]
fn the_word_file_is_whole() {
    let mut draft = template().draft(&answered(), &gap);
    draft[0].text = "A < B & \u{b}C\u{0}\n- item\n\n“D”".to_owned();
    let file = word(labels(), &draft);
    assert_eq!(&file[..4], b"PK\x03\x04");
    let all = String::from_utf8_lossy(&file);
    for part in ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml", "word/numbering.xml"] {
        assert!(all.contains(part), "{part}");
    }
    assert!(all.contains("Hill Top &amp; Vale &lt;School&gt;") && all.contains("A &lt; B &amp;  C "));
    let document = all.split_once("<w:body>").expect("a body").1.split_once("</w:body>").expect("its end").0;
    assert_eq!(document.matches("<w:p>").count(), document.matches("</w:p>").count());
    assert!(!document.contains(['\u{0}', '\u{b}']));
}

#[test]
fn on_the_page_what_is_typed_is_words() {
    let html = shown::words("A <b> & c\n- one\n- two\nAfter");
    assert_eq!(html, "<p>A &lt;b&gt; &amp; c</p><ul><li>one</li><li>two</li></ul><p>After</p>");
}

/// What is kept comes back as it was; what is damaged, of another kind or newer is told apart.
#[test]
fn what_is_kept_comes_back() {
    let desk = Desk {
        answers: answers(&[("school", "Hill \"Top\" \\ & <b>"), ("sort", "primary")]),
        changed: vec![("scope".into(), "Our own words.\n\n- one\t\u{1}".into())],
    };
    let text = kept::write(&desk);
    assert_eq!(kept::read(&text), Ok(desk));
    assert!(text.starts_with("{\"waymark\":1,\"kind\":\"policy\",\"answers\":[[\"school\","), "{text}");
    assert_eq!(kept::write(&Desk::default()), r#"{"waymark":1,"kind":"policy","answers":[],"changed":[]}"#);
    assert_eq!(kept::read(&text[..text.len() / 2]), Err(Unreadable::Damaged));
    assert_eq!(kept::read(r#"{"waymark":1,"kind":"plan","parts":[]}"#), Err(Unreadable::Damaged));
    assert_eq!(kept::read(r#"{"waymark":2,"kind":"policy","whatever":1}"#), Err(Unreadable::Newer));
    assert_eq!(kept::read(&"x".repeat(2_000_000)), Err(Unreadable::TooLong));
}

/// Another draft is never overwritten unseen, and one that cannot be read stays as it is.
#[test]
fn another_draft_is_never_overwritten_unseen() {
    let (ours, theirs) = (Desk { answers: answers(&[("school", "A")]), ..Desk::default() }, Desk::default());
    let there = There::Desk(theirs.clone());
    assert_eq!(standing(&ours, None, &There::Nothing), Standing::Unkept);
    assert_eq!(standing(&ours, None, &there), Standing::Other);
    assert_eq!(standing(&ours, Some(&theirs), &there), Standing::Changed);
    assert_eq!(standing(&theirs, None, &there), Standing::Kept);
    let damaged = There::Unreadable(Unreadable::Damaged);
    assert_eq!(standing(&ours, Some(&ours), &damaged), Standing::Unreadable(Unreadable::Damaged));
}
