import type { InterruptPayload, RunEvent, RunProblem } from "@/workflows/events/event";
import { shownOutput } from "./said";

export interface ChatView {
  /** Whether pauses show what they ask: members and keys, not visitors of a public page. */
  seesPauses: boolean;
}

/**
 * An event as the person in a chat may see it: which node works, the words that come out, how the run ends. What
 * stands in the state, in prompts, tool arguments and results, costs and the reasons of failures stay inside.
 * null: nothing of it concerns them. The result is a RunEvent still, so that one fold serves every screen.
 */
export function chatEvent(event: RunEvent, view: ChatView): RunEvent | null {
  const { runId, seq, ts, node, visit } = event;
  const place = { runId, seq, ts, ns: [], node, visit };
  switch (event.type) {
    case "checkpoint.saved":
    case "log":
    case "item.started":
    case "item.finished":
    case "item.failed":
      return null;
    case "run.started":
    case "run.resumed":
    case "run.interrupted":
    case "model.delta":
      return { ...place, ...event, ns: [] };
    case "run.finished":
      return { ...place, type: event.type, data: { output: shownOutput(event.data.output) } };
    case "run.cancelled":
      return { ...place, type: event.type, data: {} };
    case "run.failed":
      return { ...place, type: event.type, data: { ...event.data, problem: outside(event.data.problem) } };
    case "node.started":
      return { ...place, type: event.type, data: { ...span(event.data), taskId: event.data.taskId } };
    case "node.finished":
      return {
        ...place,
        type: event.type,
        data: { ...span(event.data), port: event.data.port, edgeIds: [], update: {} },
      };
    case "node.failed":
      return { ...place, type: event.type, data: { ...event.data, problem: outside(event.data.problem) } };
    case "node.interrupted":
      return {
        ...place,
        type: event.type,
        data: {
          ...event.data,
          payload: view.seesPauses ? event.data.payload : forVisitor(event.data.payload),
        },
      };
    case "interrupt.answered":
      return { ...place, type: event.type, data: view.seesPauses ? event.data : settled(event.data) };
    case "model.started":
      return {
        ...place,
        type: event.type,
        data: { ...span(event.data), provider: "", model: "", messages: [] },
      };
    case "model.finished":
      return {
        ...place,
        type: event.type,
        data: {
          ...span(event.data),
          provider: "",
          model: "",
          message: { role: event.data.message.role, content: event.data.message.content },
          usage: null,
          costMicros: null,
        },
      };
    case "tool.started":
      return {
        ...place,
        type: event.type,
        data: { ...span(event.data), name: event.data.name, args: null },
      };
    case "tool.finished":
      return { ...place, type: event.type, data: { ...span(event.data), result: null } };
    case "model.failed":
    case "tool.failed":
      return {
        ...place,
        type: event.type,
        data: { ...span(event.data), problem: outside(event.data.problem) },
      };
    case "http.finished":
    case "child.started":
    case "child.ended":
    case "replay.diverged":
      return null;
    default:
      return event satisfies never;
  }
}

interface SpanIds {
  spanId: string;
  parentSpanId?: string;
}
const span = ({ spanId, parentSpanId }: SpanIds): SpanIds => ({ spanId, parentSpanId });

/** What went wrong may quote addresses, prompts or answers of other systems; the code tells a person enough. */
export function outside({ code }: RunProblem): RunProblem {
  return { code, message: "The agent could not finish. Try again." };
}

/** What a visitor sees of a pause. */
const waiting: InterruptPayload = {
  message: "A person has to look at this first. You can come back later.",
  answers: [],
  allowText: false,
};

/** A visitor is told whether a person, the clock or more work is waited for, and no more; what their page is to do, they see. */
export function forVisitor(payload: InterruptPayload): InterruptPayload {
  const { kind, wakeAt, wakeAfterMs } = payload;
  if (kind === "client") return payload;
  const nothing = { answers: [], allowText: false };
  if (kind === "child")
    return { kind, message: "The agent is still at work. You can come back later.", ...nothing };
  if (kind === "event")
    return { kind, message: "The agent waits for another system. You can come back later.", ...nothing };
  if (kind !== "timer") return waiting;
  return {
    kind,
    message: "The agent waits for a time. You can come back later.",
    ...nothing,
    ...(wakeAt !== undefined && { wakeAt }),
    ...(wakeAfterMs !== undefined && { wakeAfterMs }),
  };
}

const settled = ({ interruptId }: { interruptId: string }) => ({
  interruptId,
  answer: { answer: "answered" },
});
