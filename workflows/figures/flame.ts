import { type Amounts, addAmounts, noAmounts } from "./amounts";
import { type Place, pathText } from "./place";

/** What came together at one place over many runs. */
export interface PlaceTotal {
  path: readonly Place[];
  amounts: Amounts;
}

/** A bar of the flame view with what stands inside it. */
export interface FlameNode {
  place: Place;
  /** By which it is named: `pathText`. */
  path: string;
  amounts: Amounts;
  /** Milliseconds of its own: those of what is inside it taken off. */
  ownMs: number;
  ownMicros: number;
  /** How wide it is: its own and all that is inside it. Work side by side adds up, so it may exceed the clock. */
  msWidth: number;
  microsWidth: number;
  inside: FlameNode[];
}

interface Growing {
  place: Place;
  path: Place[];
  amounts: Amounts;
  inside: Map<string, Growing>;
}

/** Folds totals by path into a tree; a place of which only insides are known comes as the sum of those. */
export function foldFlame(totals: readonly PlaceTotal[]): FlameNode[] {
  const top = new Map<string, Growing>();
  for (const { path, amounts } of totals) {
    let level = top;
    path.forEach((place, depth) => {
      const key = `${place.kind}:${place.name}`;
      const known = level.get(key) ?? {
        place,
        path: path.slice(0, depth + 1),
        amounts: noAmounts,
        inside: new Map(),
      };
      level.set(key, known);
      if (depth === path.length - 1) known.amounts = addAmounts(known.amounts, amounts);
      level = known.inside;
    });
  }
  return grown(top);
}

function grown(level: ReadonlyMap<string, Growing>): FlameNode[] {
  return [...level.values()].map(flameNode).toSorted((a, b) => b.msWidth - a.msWidth);
}

function flameNode({ place, path, amounts, inside: level }: Growing): FlameNode {
  const inside = grown(level);
  const sum = (of: (node: FlameNode) => number) => inside.reduce((total, node) => total + of(node), 0);
  // One is what its insides are in widths: two calls beside each other take longer than the visit around them.
  const [msInside, microsInside] = [sum((node) => node.msWidth), sum((node) => node.microsWidth)];
  const ownMs = Math.max(0, amounts.workMs - msInside);
  const ownMicros = Math.max(0, amounts.micros - microsInside);
  return {
    place,
    path: pathText(path),
    amounts,
    ownMs,
    ownMicros,
    msWidth: ownMs + msInside,
    microsWidth: ownMicros + microsInside,
    inside,
  };
}
