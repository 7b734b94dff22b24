/** Code two spaces further in. Texts between backticks stay as they are: their spaces count. */
export function indent(code: string): string {
  let quote: string | undefined;
  let out = "";
  let isLineStart = true;
  for (let at = 0; at < code.length; at += 1) {
    const char = code[at] ?? "";
    if (isLineStart && char !== "\n") out += "  ";
    isLineStart = char === "\n" && quote === undefined;
    out += char;
    if (char === "\\" && quote !== undefined) {
      at += 1;
      out += code[at] ?? "";
    } else if (char === quote) quote = undefined;
    else if (quote === undefined && (char === "`" || char === '"')) quote = char;
  }
  return out;
}

/** Opening, items each on a line with a comma, closing. */
export function block(open: string, items: readonly string[], close: string): string {
  if (items.length === 0) return open + close;
  return `${open}\n${indent(items.map((item) => `${item},`).join("\n"))}\n${close}`;
}
