import { AppError } from "@/workflows/errors/app-error";
import { dueAnswer, type InterruptAnswer, type InterruptPayload } from "@/workflows/events/interrupt";
import type { Json, JsonObject } from "@/workflows/graph/json";
import { eventProblem } from "./event-problem";

export const longestKey = 200;

export interface EventWish {
  key: string;
  schema?: JsonObject | undefined;
  /** How long it waits; absent: for as long as it takes. */
  deadlineMs?: number | undefined;
}

/** The pause of a wait for an event. */
export function eventPause({ key, schema, deadlineMs }: EventWish): InterruptPayload {
  return {
    kind: "event",
    message: "The run waits for an event.",
    answers: [],
    allowText: false,
    event: { key, ...(schema && { schema }) },
    ...(deadlineMs !== undefined && { wakeAfterMs: deadlineMs }),
  };
}

/** The key that an expression came to, as text. @throws AppError node_failed */
export function eventKey(value: unknown): string {
  const key = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : "";
  if (key.length > 0 && key.length <= longestKey) return key;
  throw new AppError(
    "node_failed",
    "The key of the event came out as nothing that an event can be told by.",
    {
      field: "key",
      hint: `A key is a number, or a text of 1 to ${longestKey} characters.`,
    },
  );
}

/**
 * What the event brought; undefined: none came in time. One that arrived before anybody waited is checked here.
 * @throws AppError node_failed
 */
export function broughtBy(
  answer: InterruptAnswer,
  schema: JsonObject | undefined,
): { payload: Json } | undefined {
  if (answer.answer === dueAnswer) return undefined;
  const payload = answer.payload ?? null;
  const problem = eventProblem(payload, schema);
  if (!problem) return { payload };
  throw new AppError("node_failed", `An event came that does not fit. ${problem}`, { field: "schema" });
}
