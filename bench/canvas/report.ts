import { median, percentile } from "../lib/stats";
import { fixed, goal, printTable } from "../lib/table";
import type { EditorFigures } from "./editor";
import type { Measured } from "./gestures-measured";
import type { Smoothness } from "./measure";

interface Figures extends EditorFigures {
  baseline: Measured;
  /** kB. */
  scripts: number;
}

/** Prints what was measured beside what it should be. */
export function report({ interactive, typing, gestures, live, baseline, scripts }: Figures): void {
  const ready = median(interactive);
  const key = percentile(typing, 0.95);
  printTable(
    "The editor with 1,000 nodes and 1,500 edges",
    ["figure", "value", "goal"],
    [
      ["interactive after", `${fixed(ready, 0)} ms`, goal(ready < 2_000, "< 2,000 ms")],
      ["typing to paint, median", `${fixed(median(typing))} ms`, ""],
      ["typing to paint, p95", `${fixed(key)} ms`, goal(key < 50, "< 50 ms")],
      ["the route's JavaScript, gzip", `${fixed(scripts, 0)} kB`, goal(scripts < 400, "< 400 kB")],
    ],
  );
  const columns = [
    "frames, ms",
    "median",
    "p95",
    "work",
    "React Flow alone",
    "p95",
    "work",
    "ratio",
    "goals",
  ];
  const rows = Object.entries({ ...gestures, ...live });
  printTable(
    "Frames: work is the main thread's time for each; the ratio is that of the means",
    columns,
    rows.map(([name, ours]) => frameRow(name, ours, baseline[name])),
  );
}

function frameRow(name: string, ours: Smoothness, plain: Smoothness | undefined): string[] {
  const figures = (smoothness: Smoothness) =>
    [smoothness.median, smoothness.p95, smoothness.work].map((ms) => fixed(ms));
  const smooth = goal(ours.median < 20 && ours.p95 < 50, "20 / 50 ms");
  if (!plain) return [name, ...figures(ours), "", "", "", "", smooth];
  const ratio = ours.mean / plain.mean;
  return [
    name,
    ...figures(ours),
    ...figures(plain),
    fixed(ratio, 2),
    `${smooth}  ${goal(ratio < 1.3, "< 1.3")}`,
  ];
}
