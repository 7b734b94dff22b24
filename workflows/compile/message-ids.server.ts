import { type BaseMessage, isBaseMessage } from "@langchain/core/messages";
import { Overwrite } from "@langchain/langgraph";
import type { State } from "@/workflows/nodes/execute";
import { stableUuid } from "@/workflows/recording/fingerprint.server";
import type { VisitRecorder } from "@/workflows/recording/visit-recorder.server";

/** An id drawn by lot, as LangGraph gives it to messages that have none. */
const drawn = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * Gives new messages of a visit ids that are the same whenever it runs, so that a step which runs again adds nothing
 * twice and a replay ends in the same state. Ids that a provider or a graph chose stay.
 */
export function identifyMessages(
  update: Record<string, unknown>,
  state: State,
  recorder: Pick<VisitRecorder, "idFor">,
): void {
  for (const [name, written] of Object.entries(update)) {
    const known = new Set(messagesIn(state[name]).map(({ id }) => id));
    for (const message of messagesIn(written)) {
      if (message.id !== undefined && (known.has(message.id) || !drawn.test(message.id))) continue;
      message._updateId(recorder.idFor([name, message.getType(), message.content]));
    }
  }
}

/** The same for the messages that a run begins with. */
export function identifyInput(state: unknown, seed: string): void {
  if (typeof state !== "object" || state === null) return;
  for (const [name, given] of Object.entries(state)) {
    for (const [at, message] of messagesIn(given).entries()) {
      if (message.id === undefined) message._updateId(stableUuid(`${seed} input ${name} ${at}`));
    }
  }
}

function messagesIn(value: unknown): BaseMessage[] {
  if (Overwrite.isInstance(value)) return messagesIn(value.value);
  return Array.isArray(value) ? value.filter(isBaseMessage) : isBaseMessage(value) ? [value] : [];
}
