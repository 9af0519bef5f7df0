//! Parsed HTML: finding, reading, and comparing without regard to order and white space.

use std::{collections::BTreeMap, fmt};

use scraper::{ElementRef, Html, Node, Selector};

/// A part of a page.
pub fn parse(html: &str) -> Html {
    Html::parse_document(html)
}

/// Every element that a selector finds.
pub fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"));
    html.select(&selector).collect()
}

/// The text of an element, as a reader has it: white space is one space.
pub fn text(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of each element inside that a selector finds.
pub fn text_of_all(element: ElementRef<'_>, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"));
    element.select(&selector).map(text).collect()
}

/// An element for comparing: attributes in order of their names, comments gone, white space made one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub inside: Vec<Inside>,
}

/// What stands in an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inside {
    Element(Element),
    Text(String),
}

/// The one element of a fragment.
pub fn element(html: &str) -> Element {
    let fragment = Html::parse_fragment(html);
    let root = fragment.root_element().children().find_map(ElementRef::wrap);
    read(root.unwrap_or_else(|| panic!("there is no element in {html:?}")))
}

fn read(element: ElementRef<'_>) -> Element {
    let mut inside = Vec::new();
    for child in element.children() {
        match child.value() {
            Node::Element(_) => inside.extend(ElementRef::wrap(child).map(read).map(Inside::Element)),
            Node::Text(text) => {
                let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                if !text.is_empty() {
                    inside.push(Inside::Text(text));
                }
            }
            _ => {}
        }
    }
    let attributes = element.value().attrs().map(|(name, value)| {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        (name.to_owned(), value)
    });
    Element { name: element.value().name().to_owned(), attributes: attributes.collect(), inside }
}

impl Element {
    /// Calls on this element and every one in it.
    pub fn each(&mut self, change: &mut impl FnMut(&mut Element)) {
        change(self);
        for inside in &mut self.inside {
            if let Inside::Element(element) = inside {
                element.each(change);
            }
        }
    }

    /// Does it have this class?
    pub fn has_class(&self, class: &str) -> bool {
        self.attributes.get("class").is_some_and(|classes| classes.split(' ').any(|found| found == class))
    }
}

impl fmt::Display for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(self, f, 0)
    }
}

fn write(element: &Element, f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
    write!(f, "{:depth$}<{}", "", element.name)?;
    for (name, value) in &element.attributes {
        write!(f, " {name}={value:?}")?;
    }
    writeln!(f, ">")?;
    for inside in &element.inside {
        match inside {
            Inside::Element(element) => write(element, f, depth + 2)?,
            Inside::Text(text) => writeln!(f, "{:1$}{text}", "", depth + 2)?,
        }
    }
    Ok(())
}
