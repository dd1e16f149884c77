/** Excel's error values by name. A hash tag ("#Blessed") is text. */
const NAMED =
  /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|GETTING_DATA)$/i;

/** An error value where text is expected: the formula behind the cell failed, so the cell says nothing. */
export function isExcelError(text: string): boolean {
  return text.startsWith('#') && (NAMED.test(text) || /^#{3,}$/.test(text));
}

/** The same where a number is expected: also in Excel's other languages, LibreOffice's Err:502, and any run of #. */
export function isSpreadsheetError(text: string): boolean {
  return (
    /^#+$/.test(text) ||
    /^#\p{Lu}[\p{L}\d/_ ]*[!?]?$/u.test(text) ||
    /^#\p{L}[\p{L}\d/_ ]*[!?]$/u.test(text) ||
    /^err:\d{3}$/i.test(text)
  );
}
