/** A piece of CEL as it is written: every character belongs to one, also in a text that is wrong or unfinished. */
export interface Token {
  kind: "space" | "name" | "number" | "string" | "word" | "mark";
  text: string;
  start: number;
  end: number;
}

const shapes: readonly [Token["kind"], RegExp][] = [
  ["space", /\s+|\/\/[^\n]*/y],
  // A text that is not closed goes on to the end of its line, as the parser sees it.
  [
    "string",
    /(?:[rRbB]{1,2}(?=["']))?(?:"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)/y,
  ],
  ["number", /0[xX][0-9a-fA-F]+u?|(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?u?/y],
  ["word", /(?:true|false|null|in)\b/y],
  ["name", /[\p{L}_][\p{L}\p{N}_]*/uy],
  ["mark", /&&|\|\||[=!<>]=|[\s\S]/uy],
];

/** Cuts a text into tokens. Never throws; joined they are the text again. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function tokenAt(text: string, start: number): Token {
  for (const [kind, shape] of shapes) {
    shape.lastIndex = start;
    const found = shape.exec(text)?.[0];
    if (found) return { kind, text: found, start, end: start + found.length };
  }
  return { kind: "mark", text: text.charAt(start), start, end: start + 1 };
}
