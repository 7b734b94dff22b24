/** Numbers a run's visits to its nodes: a task keeps its number however often it runs, the next one gets the next. */
export class Visits {
  private readonly byTask = new Map<string, number>();
  private readonly latest = new Map<string, number>();

  /** The visit of a task, counted from 1. */
  of(node: string, taskId: string): number {
    const known = this.byTask.get(keyOf(node, taskId));
    if (known !== undefined) return known;
    const visit = (this.latest.get(node) ?? 0) + 1;
    this.set(node, taskId, visit);
    return visit;
  }

  /** Takes over what an earlier claim of the run had counted. */
  set(node: string, taskId: string, visit: number): void {
    this.byTask.set(keyOf(node, taskId), visit);
    this.latest.set(node, Math.max(visit, this.latest.get(node) ?? 0));
  }

  clear(): void {
    this.byTask.clear();
    this.latest.clear();
  }
}

function keyOf(node: string, taskId: string): string {
  return `${node}/${taskId}`;
}
