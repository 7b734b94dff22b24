import type { Port } from "@/workflows/nodes/port";
import { portEdges } from "../nodes/port-looks";

/** How an edge is drawn: what the shown run did with it says more than what it is. */
export interface EdgeLook {
  stroke: string;
  width: number;
  dash?: string;
}

interface EdgeFacts {
  selected: boolean;
  /** How often the shown run took it; null while none is shown. */
  taken: number | null;
  /** It leads back to where its path came from. */
  loop: boolean;
  /** One of its ends is turned off: a run goes past that node. */
  past: boolean;
  /** What the port it leaves by means. */
  meaning: Port["meaning"];
}

export function edgeLook({ selected, taken, loop, past, meaning }: EdgeFacts): EdgeLook {
  const dash = loop ? "5 5" : undefined;
  if (selected) return { stroke: "var(--running)", width: 2, dash };
  if (taken) return { stroke: loop ? "var(--waiting)" : "var(--done)", width: 1.75, dash };
  const plain = portEdges[meaning];
  if (past) return { stroke: plain, width: 1.25, dash: "1 5" };
  if (taken === 0) return { stroke: plain, width: 1.25, dash: "4 5" };
  return { stroke: plain, width: 1.5, dash };
}
