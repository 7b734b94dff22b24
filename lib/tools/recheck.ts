import { LRUCache } from "lru-cache";
import { isAppError } from "@/workflows/errors/app-error";

/** Asks sources again what they have, each once in its time however many calls there are. */
export class Rechecks {
  private readonly asked = new LRUCache<string, { at: number; done: Promise<unknown> }>({ max: 5_000 });

  constructor(
    private readonly check: (workspaceId: string, sourceId: string) => Promise<unknown>,
    private readonly now: () => number = Date.now,
  ) {}

  /** @param everyMs absent: never. @returns whether it was asked, so that what was known may have changed */
  async ifDue(workspaceId: string, sourceId: string, everyMs: number | undefined): Promise<boolean> {
    if (everyMs === undefined) return false;
    const last = this.asked.get(sourceId);
    // Whoever comes while it is asked waits for the same answer.
    if (last && this.now() - last.at < everyMs) return last.done.then(() => true);
    const done = this.check(workspaceId, sourceId).catch((error: unknown) => {
      // One that does not answer now is asked again by the next call, which says itself what is wrong.
      this.asked.delete(sourceId);
      if (!isAppError(error)) throw error;
    });
    this.asked.set(sourceId, { at: this.now(), done });
    await done;
    return true;
  }
}
