import { z } from "zod";
import { sameJson } from "@/workflows/graph/canonical";
import { type Json, jsonObjectSchema } from "@/workflows/graph/json";
import { withoutSecrets } from "./secret-names";

/** What a test run was started with: values by channel, and the message where the graph takes one. */
const recentInputSchema = z.object({ values: jsonObjectSchema, message: z.string() });
export const recentInputsSchema = z.array(recentInputSchema);
export type RecentInput = z.infer<typeof recentInputSchema>;

const most = 8;

/** The list with an input at its head, each input once; secrets and inputs with nothing in them stay out. */
export function withRecent(list: readonly RecentInput[], given: RecentInput): readonly RecentInput[] {
  const input = { ...given, values: withoutSecrets(given.values) };
  if (Object.keys(input.values).length === 0 && input.message.trim() === "") return list;
  return [input, ...list.filter((other) => !sameJson(other, input))].slice(0, most);
}

/** An input in one line, to be told from others. */
export function wordsOf({ values, message }: RecentInput): string {
  const parts = Object.entries(values).map(([name, value]) => `${name}: ${short(value)}`);
  return [message, ...parts].filter((part) => part !== "").join(" · ");
}

function short(value: Json): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
