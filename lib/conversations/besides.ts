import type { Branches } from "@/lib/api/contract/runs";

type Item = Branches["items"][number];

export interface Beside {
  run: Item;
  /** The turn shown that it leaves from; null: one that is not. */
  from: string | null;
  /** It was said in the conversation itself, and left behind or taken back. */
  isOwn: boolean;
}

/**
 * The runs of a conversation that stand beside the turns shown: branches, and what was left behind when another branch
 * became the head. Those that were made before the first turn shown belong to the pages before it.
 * @param threadId the conversation's own thread
 */
export function besides(
  items: readonly Item[],
  turns: readonly { runId: string; createdAt: string }[],
  threadId: string,
): Beside[] {
  const shown = new Set(turns.map(({ runId }) => runId));
  const first = turns[0]?.createdAt ?? "";
  return items.flatMap((run) => {
    if (shown.has(run.runId)) return [];
    const from = run.from !== null && shown.has(run.from) ? run.from : null;
    if (from === null && run.createdAt < first) return [];
    return [{ run, from, isOwn: run.threadId === threadId }];
  });
}
