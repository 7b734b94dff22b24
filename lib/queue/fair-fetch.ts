import type { Clock } from "@/lib/runs/clock";

export interface FairFetchOptions<Job> {
  /** Takes up to `count` jobs, none of the groups to ignore. */
  fetch(count: number, ignoreGroups: readonly string[]): Promise<Job[]>;
  /** How many places of this process each group holds. */
  held(): ReadonlyMap<string, number>;
  places: number;
  clock: Clock;
}

/** A message that a job came may be lost, so after this time a group that nobody told of may be waiting. */
const unsureAfterMs = 2_000;

/**
 * Fetches jobs so that no group keeps the others waiting: groups that hold their share of this process's places come
 * after those that don't. Where only one group has work it gets all places, for the price of one fetch.
 */
export class FairFetch<Job> {
  /** Groups of which a job was told since they were last found to have none. */
  private readonly heard = new Set<string>();
  private looked = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: FairFetchOptions<Job>) {}

  /** A job of this group came. */
  hear(group: string): void {
    this.heard.add(group);
  }

  async fetch(count: number): Promise<Job[]> {
    const over = this.overShare();
    if (over.length === 0) return this.options.fetch(count, []);
    const first = await this.options.fetch(count, over);
    if (first.length === count) return first;
    this.noneWaitBut(over);
    return [...first, ...(await this.rest(count - first.length, first.length > 0))];
  }

  /** What the first fetch brought must be worked on, whatever becomes of the second. */
  private async rest(count: number, mayFail: boolean): Promise<Job[]> {
    try {
      return await this.options.fetch(count, []);
    } catch (error) {
      if (mayFail) return [];
      throw error;
    }
  }

  private overShare(): string[] {
    const held = this.options.held();
    const groups = new Set([...held.keys(), ...this.heard]);
    const unsure = this.options.clock.now() - this.looked > unsureAfterMs ? 1 : 0;
    const share = this.options.places / (groups.size + unsure);
    if (groups.size + unsure < 2) return [];
    return [...held].filter(([, count]) => count >= share).map(([group]) => group);
  }

  private noneWaitBut(groups: readonly string[]): void {
    const kept = groups.filter((group) => this.heard.has(group));
    this.heard.clear();
    for (const group of kept) this.heard.add(group);
    this.looked = this.options.clock.now();
  }
}
