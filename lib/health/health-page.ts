import { type Clock, systemClock } from "@/lib/runs/clock";
import type { Finding } from "./checks";
import { remembered } from "./remembered";

/** What is wrong, since when as far as this process has seen it, and what helps. */
export interface Problem {
  check: string;
  message: string;
  since: string;
  action?: string;
}

export interface Health {
  ok: boolean;
  /** What was looked at. */
  checks: Record<string, "ok" | "failing">;
  problems: Problem[];
  /** Figures behind it. */
  facts?: unknown;
}

/** What one look brought. A check may have more than one finding; it is well when all of them are. */
export interface Look {
  findings: Finding[];
  facts?: unknown;
}

/** One page of health: whoever asks, and however often, it looks at most once in its time. */
export class HealthPage {
  readonly read: () => Promise<Health>;
  private readonly failingSince = new Map<string, string>();

  constructor(
    private readonly look: () => Promise<Look>,
    keptMs: number,
    private readonly clock: Clock = systemClock,
  ) {
    this.read = remembered(() => this.lookNow(), keptMs, clock);
  }

  private async lookNow(): Promise<Health> {
    const { findings, facts } = await this.look();
    const bad = findings.filter(({ found }) => found !== "ok");
    const failing = new Set(bad.map(({ check }) => check));
    for (const check of this.failingSince.keys()) if (!failing.has(check)) this.failingSince.delete(check);
    const problems = bad.map(({ check, found, action }) => ({
      check,
      message: found,
      since: this.since(check),
      ...(action !== undefined && { action }),
    }));
    const checks = Object.fromEntries(
      findings.map(({ check }) => [check, failing.has(check) ? "failing" : "ok"] as const),
    );
    return { ok: bad.length === 0, checks, problems, ...(facts !== undefined && { facts }) };
  }

  private since(check: string): string {
    const since = this.failingSince.get(check) ?? new Date(this.clock.now()).toISOString();
    this.failingSince.set(check, since);
    return since;
  }
}
