import type { Clock } from "@/lib/runs/clock";
import type { RunHub } from "./hub";

/** No reader stays behind for longer, whatever message was lost. */
export const recheckMs = 3_000;

/** How far a run is stored. */
export interface Stored {
  id: string;
  lastSeq: number;
}

/**
 * Asks again and again how far the runs are stored that somebody here follows, all of them at once. A message can be
 * lost on the way, or never be sent: when the connection breaks while a group is stored, its worker does not know
 * that it was. Returns how to stop.
 */
export function recheckFollowed(
  hub: Pick<RunHub, "followed" | "behind">,
  storedUpTo: (runIds: readonly string[]) => Promise<readonly Stored[]>,
  clock: Clock,
): () => void {
  let cancel = clock.after(recheckMs, look);
  let stopped = false;

  function look(): void {
    void check().finally(() => {
      if (!stopped) cancel = clock.after(recheckMs, look);
    });
  }

  async function check(): Promise<void> {
    const ids = hub.followed;
    if (ids.length === 0) return;
    try {
      for (const { id, lastSeq } of await storedUpTo(ids)) hub.behind(id, lastSeq);
    } catch {
      // The database is away for a moment; the next look is soon.
    }
  }

  return () => {
    stopped = true;
    cancel();
  };
}
