//! HTML as text, for what is shown and not changed: results and what is taken along.
//!
//! Every kind of element in a view costs the program code of its own, and a result has many. Markup is written with
//! [`Html::raw`] and comes from this program or from checked content; everything else goes through [`Html::text`].

/// HTML in the making.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// Nothing yet.
    pub fn new() -> Html {
        Html::default()
    }

    /// Markup, as it is.
    pub fn raw(mut self, markup: &str) -> Html {
        self.0.push_str(markup);
        self
    }

    /// Words, which cannot become markup.
    pub fn text(mut self, words: &str) -> Html {
        for letter in words.chars() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                _ => self.0.push(letter),
            }
        }
        self
    }

    /// A paragraph of small print.
    pub fn small(self, words: &str) -> Html {
        self.raw("<p class=app-small>").text(words).raw("</p>")
    }

    /// Words that open on a press, as [`crate::components::Details`] has them.
    pub fn details(self, id: &str, summary: &str, inside: Html) -> Html {
        self.raw("<details class=govuk-details id=")
            .raw(id)
            .raw("><summary class=govuk-details__summary><span class=govuk-details__summary-text>")
            .text(summary)
            .raw("</span></summary><div class=govuk-details__text>")
            .raw(&inside.0)
            .raw("</div></details>")
    }

    /// A button that acts on this page, by its id.
    pub fn button(self, id: &str, label: &str) -> Html {
        self.raw("<button type=button class=\"govuk-button govuk-button--secondary\" id=")
            .raw(id)
            .raw(">")
            .text(label)
            .raw("</button>")
    }

    /// More HTML after this.
    pub fn then(self, more: Html) -> Html {
        self.raw(&more.0)
    }

    /// What was made.
    pub fn finish(self) -> String {
        self.0
    }
}
