import type { Json } from "@/workflows/graph/json";

/** A piece of text that was found or ranked, and how well it answers. */
export interface Passage {
  text: string;
  score: number;
  /** Where it comes from, if it says so. */
  source?: string;
}

/** Lists of scored texts in what a node wrote, by the name under which they stand. */
export function passagesIn(output: unknown): { name: string; passages: Passage[] }[] {
  if (!isObject(output)) return [];
  return Object.entries(output).flatMap(([name, value]) => {
    const passages = Array.isArray(value) ? value.map(passageOf) : [];
    const whole = passages.filter((each) => each !== undefined);
    return whole.length > 0 && whole.length === passages.length ? [{ name, passages: whole }] : [];
  });
}

function passageOf(entry: Json): Passage | undefined {
  if (!isObject(entry) || typeof entry.score !== "number") return undefined;
  const item = entry.item ?? entry.document ?? entry;
  const text = textOf(item);
  if (text === undefined) return undefined;
  const source = isObject(item) ? [item.source, item.title, item.url, item.id].find(isText) : undefined;
  return { text, score: entry.score, ...(source && { source }) };
}

function textOf(item: unknown): string | undefined {
  if (isText(item)) return item;
  if (!isObject(item)) return undefined;
  return [item.text, item.content, item.passage, item.pageContent].find(isText) ?? JSON.stringify(item);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isObject(value: unknown): value is Record<string, Json> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
