import { Rounds } from "@/lib/db/rounds";
import type { Log } from "@/lib/log/log";
import type { RestNeeds } from "./rest-needs";
import type { Rested } from "./rested";

/** What has to happen once runs have come to rest, wherever that was. */
export interface AftermathHook {
  /** Told in logs. */
  name: string;
  /** What must be so for it to have anything to do. */
  need: keyof RestNeeds;
  /** After the commit that ended or paused the run. Must bear being called twice for one run. */
  afterRun(run: Rested): Promise<void>;
  /** Every five seconds in a process that works on runs: finds what a lost process or message left undone. */
  sweep?(): Promise<void>;
}

/**
 * The one place that hears of every run that ended or paused in this process: by its worker, or stopped while it
 * waited. Nobody waits for the hooks, and a hook that fails is made good by its sweep.
 */
export class Aftermath {
  private readonly hooks: AftermathHook[] = [];
  private readonly pending = new Set<Promise<void>>();
  private readonly rounds: Rounds<Rested, RestNeeds>;

  /** @param needsOf what is to be done after each of these runs */
  constructor(
    private readonly log: Log,
    needsOf: (rested: readonly Rested[]) => Promise<readonly RestNeeds[]>,
  ) {
    this.rounds = new Rounds(needsOf);
  }

  add(hook: AftermathHook): void {
    this.hooks.push(hook);
  }

  afterRun(run: Rested): void {
    this.follow("what is to be done", async () => {
      const needs = await this.rounds.add(run);
      for (const hook of this.hooks) if (needs[hook.need]) this.follow(hook.name, () => hook.afterRun(run));
    });
  }

  /** Resolves when every hook has swept, also if some failed. */
  async sweep(): Promise<void> {
    await Promise.all(this.hooks.map((hook) => this.guard(hook.name, async () => hook.sweep?.())));
  }

  /** Resolves when nothing that runs have caused so far is under way. */
  async settled(): Promise<void> {
    while (this.pending.size > 0) await Promise.all(this.pending);
  }

  private follow(name: string, work: () => Promise<void>): void {
    const guarded = this.guard(name, work).finally(() => this.pending.delete(guarded));
    this.pending.add(guarded);
  }

  private async guard(name: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.log.warn({ err: error, hook: name }, "what follows a run failed; the next sweep makes it good");
    }
  }
}
