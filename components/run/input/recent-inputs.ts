import { isRecord, isValues, readListOf } from "@/components/editor/panels/readings";
import type { Json, JsonObject } from "@/workflows/graph/json";
import { sameJson } from "@/workflows/graph/same-json";
import { withoutSecrets } from "./secret-names";

/** What a test run was started with: values by channel, and the message where the graph takes one. */
export interface RecentInput {
  values: JsonObject;
  message: string;
}

/** Those that this browser remembers. */
export const readRecent = readListOf(
  (stored): stored is RecentInput =>
    isRecord(stored) && isValues(stored.values) && typeof stored.message === "string",
);

const most = 8;

/** The list with an input at its head, each input once; secrets and inputs with nothing in them stay out. */
export function withRecent(list: readonly RecentInput[], given: RecentInput): readonly RecentInput[] {
  const input = { ...given, values: withoutLong(withoutSecrets(given.values)) };
  if (Object.keys(input.values).length === 0 && input.message.trim() === "") return list;
  return [input, ...list.filter((other) => !sameJson(other, input))].slice(0, most);
}

/** Letters of JSON; pictures and files are longer, and too much to be remembered. */
const longest = 100_000;

const withoutLong = (values: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => JSON.stringify(value).length <= longest));

/** An input in one line, to be told from others. */
export function wordsOf({ values, message }: RecentInput): string {
  const parts = Object.entries(values).map(([name, value]) => `${name}: ${short(value)}`);
  return [message, ...parts].filter((part) => part !== "").join(" · ");
}

function short(value: Json): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
