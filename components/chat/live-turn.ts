import { readableName } from "@/components/ui/format/readable-name";
import type { PlainMessage } from "@/workflows/events/message";
import type { RunView } from "@/workflows/events/run-view";

/** What a chat shows of a turn while it is being made, or of one that ended without an answer. */
export interface LiveTurn {
  /** Text of the model call that speaks now, or spoke last. */
  text: string;
  /** Titles of the nodes at work, or of the tools they use. */
  activity: string[];
  /** Whether the text is still growing. */
  speaking: boolean;
  /** How many pauses have come since the text began. */
  pausesSince: number;
}

/**
 * Reads the live part of a turn out of the run's view. Whose text is growing needs no other sign that it works.
 * @param nodeTitles by node id; nodes without a title are not named
 */
export function liveTurn(view: RunView, nodeTitles: Record<string, string>): LiveTurn {
  const last = view.spans.findLast((span) => span.kind === "model" && (span.text || span.message?.content));
  const speaking = last?.status === "running";
  const open = view.spans.filter((span) => span.status === "running");
  const tools = open.filter((span) => span.kind === "tool").map((span) => readableName(span.name));
  const nodes = open.flatMap((span) => (span.kind === "node" && nodeTitles[span.name]) || []);
  const activity = tools.length > 0 || speaking ? tools : nodes;
  const began = last?.startedAt ?? 0;
  const since = view.interrupts.filter(({ startedAt }) => startedAt >= began).map(({ id }) => id);
  return {
    text: last?.text || last?.message?.content || "",
    activity: [...new Set(activity)],
    speaking,
    pausesSince: new Set(since).size,
  };
}

/**
 * Without the text that is stored by now: the stored answer replaces the streamed one only when it is there, so that
 * nothing flickers in between.
 */
export function untold(live: LiveTurn, messages: readonly PlainMessage[]): LiveTurn {
  const told = messages.some(({ role, content }) => role === "assistant" && content === live.text);
  return told && !live.speaking ? { ...live, text: "" } : live;
}
