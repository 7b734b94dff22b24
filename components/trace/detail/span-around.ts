import type { CheckpointView, InterruptView, LogLine, RunView, Span } from "@/workflows/events/run-view";

/** What a run knows of one of its spans besides the span itself. */
export interface SpanAround {
  /** The node's visit that it belongs to: itself, if it is one. */
  visit: Span | undefined;
  /** What that visit wrote to the log. */
  logs: LogLine[];
  /** Pauses of the span itself. */
  pauses: InterruptView[];
  /** The state before and after the visit's step; nothing for what runs inside a step. */
  step: { before: CheckpointView | undefined; after: CheckpointView } | undefined;
}

export function spanAround(view: RunView, span: Span): SpanAround {
  const byId = new Map(view.spans.map((each) => [each.id, each]));
  let visit: Span | undefined = span;
  while (visit && visit.kind !== "node") {
    visit = visit.parentId === undefined ? undefined : byId.get(visit.parentId);
  }
  return {
    visit,
    logs: visit ? view.logs.filter(({ spanId }) => spanId === visit.id) : [],
    pauses: view.interrupts.filter(({ spanId }) => spanId === span.id),
    step: span.kind === "node" ? stepOf(view.checkpoints, span) : undefined,
  };
}

/** The first state stored after the visit's end, and the one before its start. A graph inside a node stores none of its own. */
function stepOf(checkpoints: readonly CheckpointView[], { startedAt, endedAt, nodeId, parentId }: Span) {
  if (endedAt === undefined || nodeId === undefined || parentId !== undefined) return undefined;
  const at = checkpoints.findIndex(
    ({ ts }, index) => ts >= endedAt && startsBefore(checkpoints[index - 1], nodeId),
  );
  const after = checkpoints[at] ?? checkpoints.find(({ ts }) => ts >= endedAt);
  if (!after) return undefined;
  const before = checkpoints[checkpoints.indexOf(after) - 1];
  return before === undefined || before.ts <= startedAt || before.ts < endedAt
    ? { before, after }
    : undefined;
}

/** Whether a step that begins with this state runs the node. */
function startsBefore(checkpoint: CheckpointView | undefined, nodeId: string): boolean {
  return checkpoint?.next.includes(nodeId) ?? false;
}
