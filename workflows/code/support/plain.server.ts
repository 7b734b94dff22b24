import { toPlainValue } from "@/workflows/events/plain-message.server";
import { type Json, type JsonObject, jsonSchema } from "@/workflows/graph/json";
import type { State } from "./step.server";

/** The whole state as plain data, a copy that may be changed. */
export function plain(state: State): JsonObject {
  return pick(state, Object.keys(state));
}

/** Some channels as plain data; those without a value are null. */
export function pick(state: State, names: readonly string[]): JsonObject {
  const entries = names.map((name) => [
    name,
    structuredClone(jsonSchema.parse(toPlainValue(state[name]) ?? null)),
  ]);
  return Object.fromEntries(entries);
}

/** What code returned, as JSON. */
export function jsonOf(value: unknown): Json {
  return jsonSchema.parse(JSON.parse(JSON.stringify(value ?? null)));
}

/** A channel as it stands in a text: no value is nothing. */
export function text(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
