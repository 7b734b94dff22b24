import type { FlameNode } from "@/workflows/figures/flame";
import type { FlameMeasure } from "../use-dashboard-address";
import { widthOf } from "./place-look";

/** A place where it is drawn: parts of the whole width, from 0 to 1. */
export interface FlameBar {
  node: FlameNode;
  depth: number;
  left: number;
  width: number;
  /** Path of the place around it. */
  parent: string | undefined;
}

/** What is narrower could neither be read nor hit; the table has it. */
const narrowest = 0.002;

/** Places as bars: those inside a place stand below it, the widest first. */
export function barsOf(places: readonly FlameNode[], by: FlameMeasure): FlameBar[] {
  const total = places.reduce((sum, node) => sum + widthOf(node, by), 0);
  if (total === 0) return [];
  const bars: FlameBar[] = [];
  const lay = (nodes: readonly FlameNode[], depth: number, from: number, parent: string | undefined) => {
    let left = from;
    for (const node of nodes.toSorted((a, b) => widthOf(b, by) - widthOf(a, by))) {
      const width = widthOf(node, by) / total;
      if (width < narrowest) break;
      bars.push({ node, depth, left, width, parent });
      lay(node.inside, depth + 1, left, node.path);
      left += width;
    }
  };
  lay(places, 0, 0, undefined);
  return bars;
}

/** Where an arrow key leads from a bar; undefined: nowhere. */
export function nextBar(bars: readonly FlameBar[], path: string, key: string): FlameBar | undefined {
  const at = bars.findIndex(({ node }) => node.path === path);
  const bar = bars[at];
  if (!bar) return undefined;
  if (key === "ArrowUp") return bars.find(({ node }) => node.path === bar.parent);
  if (key === "ArrowDown") return bars.find(({ parent }) => parent === path);
  const beside = bars.filter(({ depth }) => depth === bar.depth);
  const place = beside.indexOf(bar);
  if (key === "ArrowRight") return beside[place + 1];
  if (key === "ArrowLeft") return beside[place - 1];
  return undefined;
}

/** All places with how deep they stand, for the table. */
export function flat(places: readonly FlameNode[], depth = 0): { node: FlameNode; depth: number }[] {
  return places.flatMap((node) => [{ node, depth }, ...flat(node.inside, depth + 1)]);
}
