import type { Around } from "@/workflows/graph/around";
import type { Marks, NodeMark } from "../marks/marks";

const looks = {
  itself: { tint: "flow", word: "This node" },
  before: { tint: "data", word: "Before" },
  same: { tint: "human", word: "In parallel" },
  after: { tint: "model", word: "After" },
  both: { tint: "tools", word: "Before and after" },
} satisfies Record<string, NodeMark>;

/** Lights what can run before, beside and after a node, and dims what no run with it comes by. */
export function pathMarks(nodeId: string, { before, same, after }: Around): Marks {
  const nodes = new Map<string, NodeMark>();
  for (const id of same) nodes.set(id, looks.same);
  for (const id of before) nodes.set(id, looks.before);
  for (const id of after) nodes.set(id, before.has(id) ? looks.both : looks.after);
  nodes.set(nodeId, looks.itself);
  return { nodes, dimOthers: true };
}
