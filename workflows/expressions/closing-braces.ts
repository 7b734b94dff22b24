/**
 * Index of the `}}` that ends an expression begun before `from`. Braces of maps and quoted texts inside the
 * expression do not end it.
 * @param endless quotes that are known not to close any more; keep it from one call to the next on the same text
 */
export function closingBraces(text: string, from: number, endless = new Set<string>()): number | undefined {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const char = text[at];
    if (char === '"' || char === "'") {
      at = afterQuoted(text, at, endless);
      continue;
    }
    if (char === "{") depth += 1;
    if (char === "}") {
      if (depth === 0 && text[at + 1] === "}") return at;
      depth = Math.max(0, depth - 1);
    }
    at += 1;
  }
  return undefined;
}

function afterQuoted(text: string, open: number, endless: Set<string>): number {
  const quote = text[open] ?? "";
  const mark = text.startsWith(quote.repeat(3), open) ? quote.repeat(3) : quote;
  let at = open + mark.length;
  while (at < text.length && !endless.has(mark)) {
    if (text.startsWith(mark, at)) return at + mark.length;
    at += text[at] === "\\" ? 2 : 1;
  }
  // What closes no quote here closes none further on: looking again each time would take the square of the length.
  endless.add(mark);
  // A quote that never closes is left for the parser to report; the braces after it still count.
  return open + 1;
}
