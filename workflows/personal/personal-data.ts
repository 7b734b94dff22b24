import { findSecrets } from "@/workflows/graph/validate/secret-shapes";
import { hasLuhn, hasMod97, ibanLengthOf } from "./checksums";

export const personalKinds = ["email", "phone", "card", "iban", "ip", "secret"] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** A place in a text that holds something personal or secret. */
export interface Found {
  kind: PersonalKind;
  start: number;
  end: number;
}

type Finder = (text: string) => { start: number; end: number }[];

/** Letters of alphabets that put spaces between words; in others, the words around would be taken for a part of it. */
const letter = "\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}";
const emailPattern = new RegExp(
  `(?<![${letter}0-9._%+-])[${letter}0-9._%+-]{1,64}@(?:[${letter}0-9-]{1,63}\\.){1,8}` +
    `(?:xn--[A-Za-z0-9-]{2,59}|[${letter}]{2,24})(?![${letter}0-9-])`,
  "gu",
);

/** Every pattern is bounded, so that its time grows with the text alone. */
const finders: Record<PersonalKind, Finder> = {
  secret: (text) => findSecrets(text),
  iban: ibans,
  card: cards,
  email: (text) => matches(text, emailPattern),
  ip: (text) => [
    ...matches(text, /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d]|\.\d)/g, (match) =>
      match.split(".").every((part) => Number(part) <= 255 && String(Number(part)) === part),
    ),
    ...matches(
      text,
      /(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])/gi,
      (match) => /\d/.test(match) && URL.canParse(`http://[${match}]/`),
    ),
  ],
  phone: (text) =>
    phonePatterns.flatMap((pattern) =>
      matches(text, pattern, (match) => {
        const digits = match.replace(/\D/g, "").length;
        return digits >= 8 && digits <= 15;
      }),
    ),
};

/** With a country code; with a dialling code in brackets or after a zero; as written in North America. */
const phonePatterns: readonly RegExp[] = [
  /(?<![\w+])(?:\+|00)[1-9](?:[ ()./-]{0,3}\d){7,13}(?!\d)/g,
  /(?<![\w.,/-])\(?0[1-9]\d{1,4}\)?[ /-]{0,2}\d(?:[ -]?\d){4,8}(?![\d.,]\d|\d)/g,
  /(?<![\w.,-])(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\d-])/g,
];

/**
 * Personal data and secrets of the given kinds, in the order of the text, none in another. Numbers of cards and accounts
 * have their check digits right.
 */
export function findPersonal(given: string, kinds: readonly PersonalKind[]): Found[] {
  const found: Found[] = [];
  let rest = plainSpaces(given);
  for (const kind of personalKindsByCertainty) {
    if (!kinds.includes(kind)) continue;
    for (const { start, end } of finders[kind](rest)) {
      if (!found.some((other) => start < other.end && other.start < end)) found.push({ kind, start, end });
    }
    rest = blanked(rest, found);
  }
  return found.sort((one, other) => one.start - other.start);
}

/** What is found ends what stands before it: else a number would run on into it, and be taken for neither. */
function blanked(text: string, found: readonly Found[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of found.toSorted((one, other) => one.start - other.start)) {
    pieces.push(text.slice(from, start), "\n".repeat(end - start));
    from = end;
  }
  return [...pieces, text.slice(from)].join("");
}

/** Spaces and hyphens as keyboards write them; what is copied from pages has others, each as long. */
function plainSpaces(text: string): string {
  return text.replaceAll(/[\u00a0\u2007\u2009\u202f]/g, " ").replaceAll(/[\u2010-\u2013]/g, "-");
}

/** What is proven by its digits comes before what only looks like it. */
const personalKindsByCertainty: readonly PersonalKind[] = ["secret", "iban", "card", "email", "ip", "phone"];

function matches(text: string, pattern: RegExp, isOne: (match: string) => boolean = () => true) {
  return [...text.matchAll(pattern)]
    .filter(([match]) => isOne(match))
    .map(({ index, 0: match }) => ({ start: index, end: index + match.length }));
}

/** Digits that may be a card's, one space or hyphen between them; not what stands behind the point of a number. */
const cardDigits = /(?<!\d|(?<!\d)\d{1,11}[.,-])[2-6]\d{3}(?:[ -]?\d){9,28}/g;

/** Other numbers often stand right before or behind a card's, such as its date and its check number. */
function cards(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const pattern = new RegExp(cardDigits);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [run] = match;
    const start = match.index;
    const length = cardLength(run, text.slice(start + run.length));
    if (length !== undefined) found.push({ start, end: start + length });
    const [first] = /^\d+/.exec(run) ?? [run];
    pattern.lastIndex = start + (length ?? first.length);
  }
  return found;
}

/** Of the longest beginning that ends in its check digit, and behind which no digit stands. */
function cardLength(run: string, after: string): number | undefined {
  for (let end = run.length; end >= 13; end -= 1) {
    const digits = run.slice(0, end).replace(/\D/g, "");
    const isWhole = /\d/.test(run[end - 1] ?? "") && !/^\d/.test(run.slice(end) + after);
    if (!isWhole || digits.length < 13 || digits.length > 19) continue;
    if (hasLuhn(digits) && !/^(\d)\1+$/.test(digits)) return end;
  }
  return undefined;
}

/** The country says how many letters follow; spaces may stand between any of them. */
function ibans(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/(?<![A-Za-z0-9])[A-Z]{2}\d{2}/gi)].flatMap(({ index, 0: head }) => {
    const length = ibanLengthOf(head.slice(0, 2).toUpperCase());
    if (length === undefined) return [];
    let iban = "";
    let at = index;
    for (; at < text.length && iban.length < length; at += 1) {
      const char = text[at] ?? "";
      if (/[A-Za-z0-9]/.test(char)) iban += char.toUpperCase();
      else if (char !== " " && char !== "-") return [];
    }
    const isOver = !/[A-Za-z0-9]/.test(text[at] ?? "");
    return iban.length === length && isOver && hasMod97(iban) ? [{ start: index, end: at }] : [];
  });
}
