import { toPlainValue } from "@/workflows/events/plain-message.server";
import type { Json, JsonObject } from "@/workflows/graph/json";
import type { GraphPlan } from "./plan-types";

/** The channels that End declares, as plain data; those without a value are left out. */
export function outputOf(plan: GraphPlan, state: Readonly<Record<string, unknown>>): JsonObject {
  return plainValues(plan.outputs, state);
}

/** Every channel of the document as plain data: the state as people see it. */
export function plainState(plan: GraphPlan, state: Readonly<Record<string, unknown>>): JsonObject {
  return plainValues(Object.keys(plan.channels), state);
}

/** Some channels of a state as plain data. */
export function plainValues(names: readonly string[], state: Readonly<Record<string, unknown>>): JsonObject {
  const entries = names.filter((name) => state[name] !== undefined).map((name) => [name, json(state[name])]);
  return Object.fromEntries(entries);
}

function json(value: unknown): Json {
  // Whatever enters a channel is checked on its way in; checking every value again on its way out, at every step of
  // every run, would cost more than the step itself.
  return toPlainValue(value) as Json;
}
