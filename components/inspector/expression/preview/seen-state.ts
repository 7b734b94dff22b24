import type { CheckpointView, RunView, Span } from "@/workflows/events/run-view";
import type { Channels } from "@/workflows/graph/channel";
import { initialOf } from "@/workflows/graph/initial-value";
import type { Json } from "@/workflows/graph/json";
import type { PreviewState } from "./request";

/** The node's last visit in a run. */
export function lastVisit(view: RunView, nodeId: string): Span | undefined {
  return view.spans.findLast((span) => span.kind === "node" && span.nodeId === nodeId);
}

/** The stored state with which the node's last visit began. */
export function checkpointOf(view: RunView, nodeId: string): CheckpointView | undefined {
  // LangGraph calls a node that is named like a channel by its id and a mark.
  return view.checkpoints.findLast(({ next }) =>
    next.some((name) => name === nodeId || name === `${nodeId}~`),
  );
}

/** What a node saw: the stored channels, and over them what it is known to have read. */
export function seenState(values: PreviewState, input: Json | undefined): PreviewState {
  const read = typeof input === "object" && input !== null && !Array.isArray(input) ? input : {};
  return { ...values, ...read };
}

/** What channels hold before anything ran. */
export function defaultState(channels: Channels): PreviewState {
  return Object.fromEntries(
    Object.entries(channels).map(([name, channel]) => [name, initialOf(channel) ?? null]),
  );
}
