// The recommended rules, less four that do not fit here.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // The renderer writes pages without line ends of its own.
    "no-trailing-whitespace": "off",
    // Telephone numbers are kept on one line by the style sheet; plain spaces are what people copy.
    "tel-non-breaking": "off",
    // A link that looks like a button is govuk-frontend's own markup.
    "prefer-native-element": ["error", { exclude: ["button"] }],
    // The prerendered questions are never submitted: no answer may travel. The program's own form has a button.
    "wcag/h32": "off",
  },
};
