const number = /^-?(0|[1-9]\d*)(?:\.(\d+))?$/;

/** More digits than a number keeps apart; such a text is a number of a card or an order. */
const mostDigits = 15;

/** A number, true or false where the text is exactly that; `007`, `1e999` and long numbers stay texts. */
export function scalarOf(text: string): string | number | boolean {
  if (text === "true" || text === "false") return text === "true";
  const [, whole = "", fraction = ""] = number.exec(text) ?? [];
  const isNumber = whole !== "" && whole.length + fraction.length <= mostDigits;
  // Nothing below zero is zero.
  return isNumber ? Number(text) + 0 : text;
}
