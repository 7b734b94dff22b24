import { RunControl } from "@langchain/langgraph";

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

  override get drainRequested(): boolean {
    return this.hasMoved && (this.outer?.drainRequested ?? false);
  }

  override get drainReason(): string | undefined {
    return this.outer?.drainReason;
  }
}
