// A page on paper.

/** How many sheets of A4 the page is, with the margins that browsers leave. */
export async function sheetsOf(page) {
  const margin = "12mm";
  const pdf = await page.pdf({ format: "A4", margin: { top: margin, right: margin, bottom: margin, left: margin } });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;
}
