import type { Durability } from "@/workflows/graph/document";
import type { PastVisit } from "./history";

/** Numbers a run's visits to its nodes: a task keeps its number however often it runs, the next one gets the next. */
export class Visits {
  private readonly byTask = new Map<string, number>();
  private readonly latest = new Map<string, number>();
  /** Tasks of which an earlier claim left unknown whether they acted, with how often. */
  private readonly doubts = new Map<string, number>();
  /** The same of visits that come again under other tasks. */
  private readonly lost = new Set<string>();

  /** The visit of a task, counted from 1. */
  of(node: string, taskId: string): number {
    const known = this.byTask.get(keyOf(node, taskId));
    if (known !== undefined) return known;
    const visit = (this.latest.get(node) ?? 0) + 1;
    this.set(node, taskId, visit);
    if (this.lost.delete(keyOf(node, visit))) this.doubts.set(taskId, 1);
    return visit;
  }

  /**
   * Takes over what earlier claims of the run left behind. Tasks are known again by their ids, which come from the
   * checkpoint before them. Where that was never stored, the run goes the same way anew: other ids, the same numbers.
   */
  recall(past: readonly PastVisit[], durability: Durability): void {
    for (const { node, taskId, visit, doubts, isUnstored } of past) {
      if (durability === "exit" && isUnstored) {
        if (doubts > 0) this.lost.add(keyOf(node, visit));
        continue;
      }
      this.set(node, taskId, visit);
      this.doubts.set(taskId, doubts);
    }
  }

  /** How often it is unknown whether a task acted: each time calls for a person's decision. */
  doubtsOf(taskId: string): number {
    return this.doubts.get(taskId) ?? 0;
  }

  /** A task has this number. */
  set(node: string, taskId: string, visit: number): void {
    this.byTask.set(keyOf(node, taskId), visit);
    this.latest.set(node, Math.max(visit, this.latest.get(node) ?? 0));
  }

  clear(): void {
    this.byTask.clear();
    this.latest.clear();
  }
}

function keyOf(node: string, task: string | number): string {
  return `${node}/${task}`;
}
