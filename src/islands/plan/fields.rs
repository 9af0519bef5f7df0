use super::kept::{Plan, over};
use crate::{browser::Part, html::Html, words::Words};

/// A part of the plan: a heading of the page, and a field at the end of what stands under it.
struct Field {
    id: String,
    heading: String,
    part: Part,
    /// Where it is said that there are too many letters.
    wrong: Part,
}

/// Every field of the page, in its order.
pub struct Fields(Vec<Field>);

impl Fields {
    /// Puts a field under each heading that has an id; gives the last of them too, after which the rest comes.
    pub fn put_into(host: &Part, words: Words) -> Option<(Fields, Part)> {
        let headings = host.all(".app-prose > h2");
        let mut fields = Vec::new();
        for (place, heading) in headings.iter().enumerate() {
            let (id, text) = (heading.attribute("id"), heading.text());
            if id.is_empty() {
                continue;
            }
            // Under all that is asked there, which is above the next heading.
            match headings.get(place + 1) {
                Some(next) => next.before(&field(&id, &text, words)),
                None => host.find(".app-prose")?.append(&field(&id, &text, words)),
            }
            let part = host.find(&["#part-", &id].concat())?;
            let wrong = host.find(&["#wrong-", &id].concat())?;
            fields.push(Field { id, heading: text, part, wrong });
        }
        let last = host.all(".app-plan__part").pop()?;
        Some((Fields(fields), last))
    }

    /// What is typed, with parts of a plan that this page has no field for.
    pub fn typed(&self, known: Option<&Plan>) -> Plan {
        let others = known.into_iter().flat_map(Plan::parts).filter(|(id, _)| !self.has(id)).cloned();
        let typed = self.0.iter().map(|field| (field.id.clone(), field.part.typed()));
        Plan::of(typed.chain(others))
    }

    /// Puts a plan into the fields, or empties them.
    pub fn fill(&self, plan: Option<&Plan>) {
        for field in &self.0 {
            field.part.type_in(plan.and_then(|plan| plan.words(&field.id)).unwrap_or_default());
        }
    }

    /// Says beside each field whether it has too many letters; gives the first that has.
    pub fn judge(&self, words: Words) -> Option<&Part> {
        let mut first = None;
        for Field { part, wrong, .. } in &self.0 {
            let over = over(&part.typed());
            part.set("aria-invalid", if over.is_some() { "true" } else { "" });
            let said = over.map(|over| words.fill("plan.over", &[("n", &over.to_string())])).unwrap_or_default();
            if wrong.text() != said {
                wrong.set_text(&said);
            }
            if over.is_some() {
                first = first.or(Some(part));
            }
        }
        first
    }

    /// The ids and headings.
    pub fn headings(&self) -> Vec<(String, String)> {
        self.0.iter().map(|field| (field.id.clone(), field.heading.clone())).collect()
    }

    /// The ids.
    pub fn ids(&self) -> Vec<String> {
        self.0.iter().map(|field| field.id.clone()).collect()
    }

    fn has(&self, id: &str) -> bool {
        self.0.iter().any(|field| field.id == id)
    }
}

fn field(id: &str, heading: &str, words: Words) -> String {
    Html::new()
        .raw("<div class=\"govuk-form-group app-plan__part\"><label class=govuk-label for=\"part-")
        .text(id)
        .raw("\">")
        .text(words.get("plan.label"))
        // Each label is the same to the eye, which sees the heading above it.
        .raw("<span class=govuk-visually-hidden>: ")
        .text(heading)
        .raw("</span></label><p class=govuk-error-message id=\"wrong-")
        .text(id)
        .raw("\"></p><textarea class=govuk-textarea rows=4 autocomplete=off id=\"part-")
        .text(id)
        .raw("\" aria-describedby=\"wrong-")
        .text(id)
        .raw("\"></textarea></div>")
        .finish()
}
