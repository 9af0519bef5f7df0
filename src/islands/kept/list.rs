//! Everything that is kept, as HTML. Buttons are told by their ids: what they do, then the name of what they do it to.

use screening::Instrument;

use super::{
    entry::Entry,
    item, over_time,
    places::Places,
    plan::{self, KeptPlan},
    policy::KeptPolicy,
};
use crate::{html::Html, words::Words};

/// What is shown of the deleting of everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Everything {
    /// A button that asks.
    Offered,
    /// The question, and two answers.
    Asked,
    /// It was done.
    Deleted,
    /// It was tried, and something is still there.
    NotDeleted,
}

/// What the list is made of.
pub struct List<'a> {
    /// What is kept, and what was deleted a moment ago, in order; none if this browser keeps nothing for us.
    pub entries: Option<&'a [Entry<'a>]>,
    /// Is the place of a check kept in this tab?
    pub place: bool,
    /// The list of places, if there is one.
    pub places: Option<&'a Places>,
    /// The plan, if there is one.
    pub plan: Option<&'a KeptPlan>,
    /// The policy of a school, if there is one.
    pub policy: Option<KeptPolicy>,
    /// The headings under which a plan is written, by their ids.
    pub headings: &'a [(String, String)],
    /// What is shown of the deleting of everything.
    pub everything: Everything,
    /// The questionnaires of the site.
    pub instruments: &'a [Instrument],
    /// Writes a day in full.
    pub day: &'a dyn Fn(&str) -> String,
    /// The words.
    pub words: Words,
}

impl List<'_> {
    /// The list, with what can be done with all of it in front: whoever has to hide it finds that first.
    pub fn html(&self) -> String {
        let words = self.words;
        let Some(entries) = self.entries else {
            return Html::new().raw("<p id=kept-none>").text(words.get("kept.blocked")).raw("</p>").finish();
        };
        let there = entries.iter().filter(|entry| !entry.gone).count();
        let mut html = Html::new();
        let plan = self.plan.is_some_and(KeptPlan::is_there);
        let policy = self.policy.is_some_and(KeptPolicy::is_there);
        if there == 0 {
            html = self.nothing(html, entries.is_empty());
        }
        if there > 0 || plan || policy {
            html = html.raw("<p>").text(words.get("kept.who-sees")).raw("</p>");
        }
        if self.place {
            html = html.raw("<p id=kept-place>").text(words.get("kept.place")).raw("</p>");
        }
        let places = self.places.is_some_and(Places::is_there);
        // The place in the tab counts as one, and so do the list, the plan and the policy.
        let all = there + [self.place, places, plan, policy].into_iter().map(usize::from).sum::<usize>();
        if all > 0 {
            html = self.all(html, all);
        }
        if let Some(found) = self.plan {
            html = plan::section(html, found, self.headings, words);
        }
        if let Some(policy) = self.policy {
            html = policy.section(html, words);
        }
        if let Some(places) = self.places {
            html = places.section(html, words);
        }
        html = over_time::drawings(html, self, entries);
        if entries.is_empty() {
            return html.finish();
        }
        html = html.raw("<ol class=app-kept id=kept>");
        for (place, entry) in entries.iter().enumerate() {
            html = item::item(html, self, entry, place + 1);
        }
        html.raw("</ol>").finish()
    }

    /// That nothing is kept, and where one keeps something.
    fn nothing(&self, html: Html, how: bool) -> Html {
        let done = if self.everything == Everything::Deleted { "kept.all-deleted" } else { "kept.none" };
        let html = html.raw("<p id=kept-none tabindex=-1><strong>").text(self.words.get(done)).raw("</strong></p>");
        if how { html.raw("<div class=app-prose>").raw(self.words.get("kept.none-md")).raw("</div>") } else { html }
    }

    /// Deleting everything: asked about once, since it cannot be undone.
    fn all(&self, html: Html, number: usize) -> Html {
        let words = self.words;
        let html = html.raw("<div class=app-kept__all>");
        let html = if self.everything == Everything::NotDeleted {
            html.raw("<p id=all-not tabindex=-1><strong>").text(words.get("kept.not-all")).raw("</strong></p>")
        } else {
            html
        };
        let html = if self.everything == Everything::Asked {
            let sure = words.count("kept.all-sure", u32::try_from(number).unwrap_or(u32::MAX));
            html.raw("<p id=all-sure tabindex=-1><strong>")
                .text(&sure)
                .raw("</strong></p>")
                .button("all-yes", words.get("kept.all-yes"))
                .raw(" ")
                .button("all-no", words.get("kept.all-no"))
        } else {
            html.button("all", words.get("kept.all"))
        };
        html.raw("</div>")
    }
}
