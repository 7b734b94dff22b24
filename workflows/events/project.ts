import type { RunEvent } from "./event";
import { Fold } from "./reduce/fold";
import { reduceEvent } from "./reduce/registry";
import type { RunView } from "./run-view";

/** The view of a run of which nothing is known yet. */
export function emptyView(runId: string): RunView {
  return {
    runId,
    seq: 0,
    status: "pending",
    nodes: {},
    edges: {},
    spans: [],
    checkpoints: [],
    interrupts: [],
    logs: [],
    tokens: { input: 0, output: 0, cached: 0 },
    cost: { micros: 0, unknownCalls: 0 },
  };
}

/**
 * Folds events into a view; the one function behind live screens, old runs, server and tests. Pure: the given view
 * stays as it is. Events at or before the view's `seq` are skipped, so overlapping deliveries do no harm.
 */
export function project(events: readonly RunEvent[], view: RunView): RunView {
  const fresh = events.filter((event) => event.seq > view.seq);
  if (fresh.length === 0) return view;
  const fold = new Fold(view);
  for (const event of fresh) {
    if (event.seq <= fold.view.seq) continue;
    reduceEvent(fold, event);
    fold.view.seq = event.seq;
  }
  return fold.view;
}
