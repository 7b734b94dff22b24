import { percentile } from "../lib/stats";

/** How text arrives at clients, milliseconds. */
export interface GapFigures {
  gapMedian: number;
  gapP95: number;
  firstTokenMedian: number;
}

/** Collects when text arrived, over many streams. */
export class Gaps {
  private readonly gaps: number[] = [];
  private readonly firsts: number[] = [];

  /** For one stream that is asked for now; to be called with each delivery. */
  listener(): () => void {
    const began = performance.now();
    let last: number | undefined;
    return () => {
      const now = performance.now();
      if (last === undefined) this.firsts.push(now - began);
      else this.gaps.push(now - last);
      last = now;
    };
  }

  figures(): GapFigures {
    return {
      gapMedian: percentile(this.gaps, 0.5),
      gapP95: percentile(this.gaps, 0.95),
      firstTokenMedian: percentile(this.firsts, 0.5),
    };
  }
}
