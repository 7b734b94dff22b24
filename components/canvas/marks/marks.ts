import type { Tint } from "@/components/ui/tint";

/** What is said of a node while it is lit. */
export interface NodeMark {
  readonly tint: Tint;
  /** Shown on the card and read to screen readers. */
  readonly word: string;
}

/** Nodes and edges that are lit together. */
export interface Marks {
  /** By node id. */
  readonly nodes: ReadonlyMap<string, NodeMark>;
  /** Edges that stay bright while others are dimmed; left out, those between two marked nodes do. */
  readonly edges?: ReadonlySet<string>;
  readonly dimOthers: boolean;
}

interface Held {
  readonly owner: string;
  readonly marks: Marks;
}

/** Everyone's marks, the newest last. */
export type HeldMarks = readonly Held[];

/** The marks held after one owner sets its own, which makes them the newest, or clears them. */
export function withMarks(held: HeldMarks, owner: string, marks: Marks | undefined): HeldMarks {
  const others = held.filter((each) => each.owner !== owner);
  if (marks) return [...others, { owner, marks }];
  return others.length === held.length ? held : others;
}

/** The marks that are shown: those of who set last. */
export function shownMarks(held: HeldMarks): Marks | undefined {
  return held.at(-1)?.marks;
}

export function isNodeDimmed(marks: Marks | undefined, nodeId: string): boolean {
  return marks?.dimOthers === true && !marks.nodes.has(nodeId);
}

interface Ends {
  id: string;
  source: string;
  target: string;
}

export function isEdgeDimmed(marks: Marks | undefined, { id, source, target }: Ends): boolean {
  if (!marks?.dimOthers) return false;
  return marks.edges ? !marks.edges.has(id) : !(marks.nodes.has(source) && marks.nodes.has(target));
}
