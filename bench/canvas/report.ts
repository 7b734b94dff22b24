import { median, percentile } from "../lib/stats";
import { fixed, goal, printTable } from "../lib/table";
import type { EditorFigures } from "./editor";
import type { Measured } from "./gestures-measured";
import type { ScriptSizes } from "./late-scripts";
import type { Smoothness } from "./measure";
import { manyTypes, type TypesWeight } from "./node-types";

interface Figures extends EditorFigures {
  baseline: Measured;
  scripts: ScriptSizes;
  weight: TypesWeight;
}

/** Prints what was measured beside what it should be. */
export function report({ interactive, typing, gestures, live, baseline, scripts, weight }: Figures): void {
  const ready = median(interactive);
  const key = percentile(typing, 0.95);
  const { types, each, later, defining } = weight;
  const withMany = scripts.first + each * Math.max(0, manyTypes - types);
  printTable(
    "The editor with 1,000 nodes and 1,500 edges",
    ["figure", "value", "goal"],
    [
      ["interactive after", `${fixed(ready, 0)} ms`, goal(ready < 2_000, "< 2,000 ms")],
      ["typing to paint, median", `${fixed(median(typing))} ms`, ""],
      ["typing to paint, p95", `${fixed(key)} ms`, goal(key < 50, "< 50 ms")],
      [
        "JavaScript until the graph answers, gzip",
        `${fixed(scripts.first, 0)} kB`,
        goal(scripts.first < 400, "< 400 kB"),
      ],
      ["JavaScript that comes after it, gzip", `${fixed(scripts.after, 0)} kB`, ""],
      [`the same with ${manyTypes} node types`, `${fixed(withMany, 0)} kB`, goal(withMany < 400, "< 400 kB")],
      [`one more node type, of ${types}`, `${fixed(each, 2)} kB`, goal(each < 0.2, "< 0.2 kB")],
      ["and after the graph is drawn", `${fixed(later, 2)} kB`, goal(later < 1.5, "< 1.5 kB")],
      [`defining ${manyTypes} node types`, `${fixed(defining)} ms`, goal(defining < 50, "< 50 ms")],
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
