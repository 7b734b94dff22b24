import { findArithmetic } from "./arithmetic";
import { type FoundValues, findLabelled } from "./find-values";
import type { JsonSchema } from "./json-schema";
import { quoteLeading } from "./summarise";
import { clip, escapePattern, sentences } from "./words";

interface Clue {
  text: string;
  values: FoundValues;
  name: string;
}

/** Kinds of strings that a format or a property's name gives away, the first that fits. */
const kinds: readonly { matches: RegExp; find: (clue: Clue) => string | undefined }[] = [
  { matches: /e-?mail/, find: ({ values }) => values.emails.shift() },
  { matches: /\b(?:uri|url|link|website|endpoint)\b/, find: ({ values }) => values.urls.shift() },
  {
    matches: /date-time|\b(?:date|day|deadline|due|when|birthday)\b/,
    find: ({ values }) => values.dates.shift(),
  },
  {
    matches: /\b(?:expression|formula|calculation|arithmetic)\b/,
    find: ({ text }) => findArithmetic(text)[0],
  },
  { matches: /\b(?:time ?zone|tz)\b/, find: ({ text }) => findTimeZone(text) },
  { matches: /\bphone|\btel\b/, find: ({ text }) => /\+?\d[\d\s()/-]{5,}\d/.exec(text)?.[0] },
  { matches: /\bmethod\b/, find: ({ text }) => /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD)\b/.exec(text)?.[0] },
  { matches: /\b(?:code|script|javascript)\b/, find: ({ text }) => findCode(text) },
  { matches: /\b(?:city|town|place|location|country|destination)\b/, find: ({ text }) => findPlace(text) },
  {
    matches: /\b(?:name|person|customer|author)\b/,
    find: ({ text, values }) => findName(text) ?? values.quoted.shift(),
  },
  { matches: /\b(?:summary|abstract|overview)\b/, find: ({ text }) => quoteLeading(text) },
  {
    matches: /\b(?:title|subject|headline|topic)\b/,
    find: ({ text, values }) => values.quoted.shift() ?? clip(sentences(text)[0] ?? "", 80),
  },
  {
    matches:
      /\b(?:query|question|message|input|text|content|prompt|request|task|body|answer|reply|reason|description|comment|feedback|draft|search)\b/,
    find: ({ text, values }) => values.quoted.shift() ?? text.trim(),
  },
];

/** Formats whose value must be found as such. */
const strictFormats: ReadonlySet<string> = new Set(["email", "uri", "url", "date", "date-time"]);

/** A string for a property, or null when the text holds nothing for it. */
export function fillString(
  schema: JsonSchema,
  property: string,
  text: string,
  values: FoundValues,
): string | null {
  const labelled = findLabelled(text, property);
  const format = schema.format ?? "";
  if (labelled && !strictFormats.has(format)) return labelled;
  const name = property
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/[_-]+/g, " ")
    .toLowerCase();
  const clue = { text, values, name };
  const kind = kinds.find(({ matches }) => matches.test(format || name));
  if (kind) return kind.find(clue) || null;
  return values.quoted.shift() ?? null;
}

/** `Europe/Berlin` as written, or the zone whose city the text names. */
function findTimeZone(text: string): string | undefined {
  const zones = Intl.supportedValuesOf("timeZone");
  const written = zones.find((zone) => text.includes(zone));
  if (written || /\bUTC\b/.test(text)) return written ?? "UTC";
  return zones.find((zone) => {
    const city = zone.split("/").at(-1)?.replaceAll("_", " ") ?? "";
    return new RegExp(String.raw`\b${escapePattern(city)}\b`, "i").test(text);
  });
}

function findCode(text: string): string | undefined {
  const fenced = /```\w*\n([\s\S]+?)```/.exec(text)?.[1];
  return (fenced ?? /`([^`\n]+)`/.exec(text)?.[1])?.trim();
}

const capitalised = String.raw`\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)*`;

function findPlace(text: string): string | undefined {
  return new RegExp(String.raw`\b(?:in|to|at|near|from|for)\s+(${capitalised})`, "u").exec(text)?.[1];
}

function findName(text: string): string | undefined {
  const introduced = new RegExp(
    String.raw`\b(?:I am|I'm|I’m|this is|called|named|regards,|Dear|from)\s+(${capitalised})`,
    "u",
  );
  const pair = /(?<=[^.!?\n]\s)\p{Lu}\p{L}+\s+\p{Lu}\p{L}+/u;
  return introduced.exec(text)?.[1] ?? pair.exec(text)?.[0];
}
