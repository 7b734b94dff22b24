import type { ParseError } from "@marcbachmann/cel-js";
import type { ExpressionProblem } from "./problem";

const tokenNames: Readonly<Record<string, string>> = {
  RPAREN: ")",
  RBRACKET: "]",
  RBRACE: "}",
  LPAREN: "(",
  COLON: ":",
  COMMA: ",",
  DOT: ".",
  IDENTIFIER: "a name",
};

/** What people write from other languages, and what CEL calls it. */
const habits: [pattern: RegExp, advice: string][] = [
  [/\{\{|\}\}/, "Leave the curly brackets out: this field is an expression already."],
  [/(^|[^=!<>])=([^=]|$)/, "To compare, write == with two equals signs."],
  [/[=!]==/, "To compare, write == or !=."],
  [/<>/, "For different, write !=."],
  [/\band\b/i, "For “and”, write &&."],
  [/\bor\b/i, "For “or”, write ||."],
  [/\bnot\b/i, "For “not”, write ! in front."],
];

const sizeAdvice = "The expression is too large. Split it over several steps.";

/** An expression past the limits of what is checked and run. */
export function tooLarge(text: string): ExpressionProblem {
  return { code: "syntax", message: sizeAdvice, start: 0, end: text.length };
}

/** A parser's complaint in plain words: what, where, what to do. */
export function syntaxProblem(text: string, error: ParseError): ExpressionProblem {
  if (text.trim() === "") {
    return {
      code: "syntax",
      message: "The expression is empty. Write a value or a condition.",
      start: 0,
      end: 0,
    };
  }
  const start = Math.min(error.range?.start ?? 0, text.length);
  const end = Math.min(Math.max(error.range?.end ?? start, start), text.length);
  const code = withoutTexts(text);
  const advice = habits.find(([pattern]) => pattern.test(code))?.[1];
  const what = complaint(error, text, start);
  return { code: "syntax", message: advice ? `${what} ${advice}` : what, start, end };
}

function complaint(error: ParseError, text: string, start: number): string {
  const place = start >= text.length ? "at the end" : `at character ${start + 1}`;
  switch (error.code) {
    case "unterminated_string":
    case "unterminated_triple_quoted_string":
    case "newline_in_string":
      return `The text that begins ${place} has no closing quote.`;
    case "expected_token": {
      const wanted = /Expected (\w+)/.exec(error.summary)?.[1] ?? "";
      return `Something is missing ${place}: expected ${tokenNames[wanted] ?? wanted.toLowerCase()}.`;
    }
    case "unexpected_token":
    case "unexpected_character":
      return start >= text.length
        ? "The expression stops too early; something is missing at the end."
        : `“${text.slice(start, start + 12).trim()}” does not belong ${place}.`;
    case "reserved_identifier":
      return `“${text.slice(start).match(/^\w+/)?.[0] ?? ""}” ${place} is a reserved word; it cannot be a name.`;
    case "limit_exceeded":
      return sizeAdvice;
    default:
      return `${error.summary} (${place}).`;
  }
}

/** Quoted texts blanked out, one without an end as well, so that their words are not taken for code. */
function withoutTexts(text: string): string {
  return text.replace(/"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|'(?:[^'\\]|\\[\s\S])*(?:'|\\?$)/g, (quoted) =>
    " ".repeat(quoted.length),
  );
}
