import { LRUCache } from "lru-cache";
import type { Pool } from "pg";
import type { RunSummary } from "@/lib/api/contract/runs";
import { emptyView, project } from "@/workflows/events/project";
import type { RunView } from "@/workflows/events/run-view";
import { loadEvents } from "./read-events";

const pageSize = 2_000;

/** Views of runs folded from stored events; a run looked at again costs only what has happened since. */
export class RunViews {
  private readonly cache = new LRUCache<string, RunView>({ max: 200 });

  constructor(private readonly pool: Pool) {}

  async get(runId: string): Promise<RunView> {
    let view = this.cache.get(runId) ?? emptyView(runId);
    for (;;) {
      const events = await loadEvents(this.pool, runId, view.seq, pageSize);
      view = project(events, view);
      if (events.length < pageSize) break;
    }
    this.cache.set(runId, view);
    return view;
  }
}

/** What is known of a run whose events are no longer kept. */
export function viewWithoutEvents(run: RunSummary): RunView {
  const { status, input, output, problem, tokens, cost, startedAt, endedAt } = run;
  return {
    ...emptyView(run.id),
    status,
    input,
    tokens,
    cost,
    ...(output !== null && { output }),
    ...(problem !== null && { problem }),
    ...(startedAt !== null && { startedAt: Date.parse(startedAt) }),
    ...(endedAt !== null && { endedAt: Date.parse(endedAt) }),
  };
}
