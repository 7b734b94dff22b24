/** A run of a conversation or of one of its branches. */
export interface BranchRun {
  runId: string;
  threadId: string;
  createdAt: string;
  /** The run whose state it began in, where that is not the one before it in its thread. */
  from: string | null;
}

/** A run with those that were made from it, and its depth below the conversation's own. */
export interface BranchRow<Run extends BranchRun> {
  run: Run;
  depth: number;
}

/**
 * Runs of a conversation as a tree, read from top to bottom: each thread in the order of time, its branches below the
 * run that they were made from.
 * @param rootId the conversation's own thread
 */
export function branchTree<Run extends BranchRun>(runs: readonly Run[], rootId: string): BranchRow<Run>[] {
  const known = new Set(runs.map(({ runId }) => runId));
  const threads = Map.groupBy(runs.toSorted(byTime), ({ threadId }) => threadId);
  const below = Map.groupBy(
    [...threads.keys()].filter((threadId) => threadId !== rootId),
    (threadId) => {
      const from = threads.get(threadId)?.[0]?.from ?? "";
      return known.has(from) ? from : "";
    },
  );
  const rows: BranchRow<Run>[] = [];
  const shown = new Set<string>();
  const show = (threadId: string, depth: number) => {
    if (shown.has(threadId)) return;
    shown.add(threadId);
    for (const run of threads.get(threadId) ?? []) {
      rows.push({ run, depth });
      for (const branch of below.get(run.runId) ?? []) show(branch, depth + 1);
    }
  };
  show(rootId, 0);
  // What they were made from is no longer kept.
  for (const threadId of threads.keys()) show(threadId, 1);
  return rows;
}

function byTime(a: BranchRun, b: BranchRun): number {
  return a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.runId < b.runId ? -1 : 1;
}
