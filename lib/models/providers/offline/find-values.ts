import { splitWords } from "./words";

/** What a text holds, each kind in order of appearance; a number inside a date counts as the date only. */
export interface FoundValues {
  emails: string[];
  urls: string[];
  /** ISO dates or date-times. */
  dates: string[];
  numbers: number[];
  quoted: string[];
}

const months = "january february march april may june july august september october november december".split(
  " ",
);
const monthName = `(${months.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?`).join("|")})`;
const isoDate = /\b\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?/g;
const dayFirst = new RegExp(
  String.raw`\b(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?${monthName}\.?,?\s+(\d{4})\b`,
  "gi",
);
const monthFirst = new RegExp(String.raw`\b${monthName}\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b`, "gi");
const slashedDate = /\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/g;
const spokenNumbers = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

export function findValues(text: string): FoundValues {
  const rest = new Cutter(text);
  const urls = rest.cut(/\bhttps?:\/\/[^\s<>"')\]]+/gi, ([url]) => url.replace(/[.,;:!?]+$/, ""));
  const emails = rest.cut(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, ([email]) => email);
  const quoted = [...text.matchAll(/"([^"\n]+)"|“([^”\n]+)”|`([^`\n]+)`/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? "",
  );
  const dates = [
    ...rest.cut(isoDate, ([date]) => date),
    ...rest.cut(dayFirst, ([, day = "", month = "", year = ""]) => toIso(year, month, day)),
    ...rest.cut(monthFirst, ([, month = "", day = "", year = ""]) => toIso(year, month, day)),
  ];
  rest.cut(slashedDate, ([date]) => date);
  return { emails, urls, dates, numbers: findNumbers(rest.text), quoted };
}

function findNumbers(text: string): number[] {
  const digits = text.match(/(?<![\w.])-?\d+(?:,\d{3})*(?:\.\d+)?(?![\w-]|\.\d)/g) ?? [];
  if (digits.length > 0) return digits.map((match) => Number(match.replaceAll(",", "")));
  // "one" is a pronoun more often than a number.
  return splitWords(text)
    .map((word) => spokenNumbers.indexOf(word))
    .filter((value) => value > 1);
}

/**
 * The value written behind a label: `Order number: 42`, "my city is Berlin", `name=Ada`.
 * @param name a property name in any notation
 */
export function findLabelled(text: string, name: string): string | null {
  const label = splitWords(name)
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ""))
    .join(String.raw`[\s_-]*`);
  if (!label) return null;
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}])${label}\**\s*(?::|=|\bis\b|\bare\b|\bwas\b)\**\s*(?<value>[^\n;]+)`,
    "iu",
  );
  const value = pattern.exec(text)?.groups?.value?.trim();
  if (!value) return null;
  const quoted = /^["“`]([^"”`]+)["”`]/.exec(value)?.[1];
  return quoted ?? value.replace(/(?:,\s+(?=\p{L}[\p{L}\s]*[:=])|\.(?=\s|$)|[!?]).*$/u, "").trim();
}

/** Takes matches out of a text, so that what follows does not find parts of them again. */
class Cutter {
  constructor(public text: string) {}

  cut(pattern: RegExp, read: (match: RegExpMatchArray) => string | undefined): string[] {
    const found = [...this.text.matchAll(pattern)].map((match) => read(match) ?? "").filter(Boolean);
    this.text = this.text.replace(pattern, " ");
    return found;
  }
}

function toIso(year: string, month: string, day: string): string {
  const index = months.findIndex((name) => name.startsWith(month.slice(0, 3).toLowerCase()));
  return `${year}-${String(index + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
