import { GraphDrained, RunControl } from "@langchain/langgraph";

const leftUnfinished = new WeakSet<RunControl>();

/**
 * Whether a graph inside a node made way at this request. LangGraph tells of a pause alone where in one superstep one
 * node paused and another made way, although there is more to do.
 */
export function madeWayInside(control: RunControl): boolean {
  return leftUnfinished.has(control);
}

/**
 * Passes on that a run is to make way between two supersteps, once the graph inside has got somewhere: handed over again
 * and again before its first step, it would never come to one.
 */
export class InsideControl extends RunControl {
  private hasMoved = false;

  constructor(private readonly outer: RunControl | undefined) {
    super();
  }

  /** A node inside has been started. */
  moved(): void {
    this.hasMoved = true;
  }

  /** What the graph inside ended with. */
  ended(error: unknown): void {
    if (error instanceof GraphDrained) this.madeWay();
  }

  override get drainRequested(): boolean {
    return this.hasMoved && (this.outer?.drainRequested ?? false);
  }

  override get drainReason(): string | undefined {
    return this.outer?.drainReason;
  }

  private madeWay(): void {
    if (this.outer instanceof InsideControl) this.outer.madeWay();
    else if (this.outer) leftUnfinished.add(this.outer);
  }
}
