import type { Fragment } from "./fragment";
import type { Json } from "./json";
import { findSecret } from "./validate/secret-shapes";

/** A fragment for the clipboard: whatever looks like a credential is cut out of its settings, defaults and notes. */
export function withoutSecrets(fragment: Fragment): {
  fragment: Fragment;
  /** How many texts held one. */
  removed: number;
} {
  let removed = 0;
  const clean: Clean = (text, name) => {
    const left = cleanText(text, name);
    if (left !== text) removed += 1;
    return left;
  };
  const nodes = mapValues(fragment.nodes, (node) => ({
    ...node,
    config: mapValues(node.config, (value, key) => mapTexts(value, clean, key)),
    ...(node.note === undefined ? {} : { note: clean(node.note) }),
  }));
  const channels = mapValues(fragment.channels, (channel, name) => ({
    ...channel,
    ...(channel.default === undefined ? {} : { default: mapTexts(channel.default, clean, name) }),
  }));
  const stickies = mapValues(fragment.stickies, (sticky) => ({ ...sticky, text: clean(sticky.text) }));
  return { fragment: { ...fragment, nodes, channels, stickies }, removed };
}

type Clean = (text: string, name?: string) => string;

/** What a text is called counts as well: “password”, or the name of a header. */
function cleanText(text: string, name = ""): string {
  const found = findSecret(text);
  if (found) return cleanText(text.slice(0, found.start) + text.slice(found.end), name);
  const prefix = `${name}: `;
  const named = name === "" ? undefined : findSecret(prefix + text);
  if (!named || named.start < prefix.length) return text;
  const [start, end] = [named.start - prefix.length, named.end - prefix.length];
  return cleanText(text.slice(0, start) + text.slice(end), name);
}

/** A copy of a value with each text in it changed. */
function mapTexts(value: Json, change: Clean, name?: string): Json {
  if (typeof value === "string") return change(value, name);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value !== "object" || value === null) return value;
  return mapValues(value, (item, key) =>
    mapTexts(item, change, key === "value" && typeof value.name === "string" ? value.name : key),
  );
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
