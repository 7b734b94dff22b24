import { interrupt } from "@langchain/langgraph";
import { interruptAnswerSchema } from "@/workflows/events/interrupt";
import type { Json } from "@/workflows/graph/json";
import { broughtBy, type EventWish, eventKey, eventPause } from "@/workflows/nodes/wait/event";

/**
 * Pauses the run until an event arrives; undefined: none came in time. Never put it into try/catch: it works by throwing.
 * @throws AppError
 */
export function waitForEvent({
  key,
  ...wish
}: Omit<EventWish, "key"> & { key: unknown }): { payload: Json } | undefined {
  const answer = interrupt(eventPause({ ...wish, key: eventKey(key) }));
  return broughtBy(interruptAnswerSchema.parse(answer), wish.schema);
}
