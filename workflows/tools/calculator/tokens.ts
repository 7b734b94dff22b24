import { AppError } from "@/workflows/errors/app-error";

export type Token =
  | { kind: "number"; value: number }
  | { kind: "name"; text: string }
  | { kind: "sign"; text: string }
  | { kind: "end"; text: "" };

const pattern = /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+)|([a-z]+)|(\*\*|[-+*/%^(),]))/iy;

/** Signs that people and models write for the same thing. */
const spellings: Readonly<Record<string, string>> = { "×": "*", "·": "*", "÷": "/", "−": "-", "–": "-" };

/** Splits an arithmetic expression; thousands separators between digits are dropped. @throws AppError tool_failed */
export function tokens(expression: string): Token[] {
  const text = expression
    .replace(/[×·÷−–]/g, (sign) => spellings[sign] ?? sign)
    .replace(/(?<=\d)[_ ](?=\d{3}(?!\d))/g, "");
  const found: Token[] = [];
  pattern.lastIndex = 0;
  for (let at = 0; at < text.trimEnd().length; at = pattern.lastIndex) {
    const match = pattern.exec(text);
    if (!match) throw notArithmetic(`“${text.slice(at).trim().slice(0, 20)}” is not understood`);
    if (match[1]) found.push({ kind: "number", value: Number(match[1]) });
    else if (match[2]) found.push({ kind: "name", text: match[2].toLowerCase() });
    else if (match[3]) found.push({ kind: "sign", text: match[3] === "**" ? "^" : match[3] });
  }
  return [...found, { kind: "end", text: "" }];
}

export function notArithmetic(reason: string): AppError {
  return new AppError("tool_failed", `The calculator cannot work this out: ${reason}.`, {
    hint: "Write plain arithmetic, e.g. (12.5 + 3) * 4.",
  });
}
