/** Words that stand for operators, longest first. */
const spoken: readonly (readonly [RegExp, string])[] = [
  [/(\d+(?:\.\d+)?)\s*(?:%|percent)\s+of\s+/gi, "$1 / 100 * "],
  [/\b(?:the\s+)?square root of\s+(\d+(?:\.\d+)?)/gi, "sqrt($1)"],
  [/\b(?:multiplied by|times)\b/gi, "*"],
  [/\bdivided by\b/gi, "/"],
  [/\b(?:to the power of)\b/gi, "^"],
  [/\bplus\b/gi, "+"],
  [/\bminus\b/gi, "-"],
  [/[×·]/g, "*"],
  [/÷/g, "/"],
  [/(?<=\d)\s*x\s*(?=\d)/gi, " * "],
  [/\*\*/g, "^"],
];

const asksToCalculate =
  /\b(?:calc\w*|comput\w*|evaluate|solve|work out|add up|how (?:much|many)|what(?:'s|’s| is| are))\b|=/i;

const call = String.raw`\b(?:sqrt|abs|round|floor|ceil|min|max|ln|log|exp)\([^()]*\)`;
const operand = String.raw`-?\(*-?(?:\d+(?:\.\d+)?|${call})\)*`;
const expressionPattern = new RegExp(String.raw`${operand}(?:\s*[-+*/^]\s*${operand})+|${call}`, "g");

/**
 * Arithmetic inside a text, in the notation of a calculator: "What is 20% of 1,250 plus 3?" gives
 * ["20 / 100 * 1250 + 3"]. What could be a date, a range or a phone number is left alone unless the text
 * asks for a calculation.
 */
export function findArithmetic(text: string): string[] {
  let plain = text.replace(/\d{4}-\d{2}-\d{2}\S*/g, " ").replace(/(?<=\d),(?=\d{3}\b)/g, "");
  for (const [pattern, operator] of spoken) plain = plain.replace(pattern, operator);
  const asked = asksToCalculate.test(text);
  return (plain.match(expressionPattern) ?? [])
    .map((match) => balance(match.trim()))
    .filter((match) => asked || isClearlyMeant(match, plain));
}

/** Spaces around the operator, a plus or a star, or nothing else in the text. */
function isClearlyMeant(expression: string, text: string): boolean {
  return /\s[-/]\s|[+*^(]/.test(expression) || expression === text.trim();
}

/** Drops brackets that the text opened or closed around the whole. */
function balance(expression: string): string {
  let result = expression;
  const count = (bracket: string) => result.split(bracket).length - 1;
  while (count("(") > count(")") && result.startsWith("(")) result = result.slice(1);
  while (count(")") > count("(") && result.endsWith(")")) result = result.slice(0, -1);
  return result;
}
