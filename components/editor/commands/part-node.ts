import { own } from "@/workflows/graph/record";
import { faceOf } from "@/workflows/nodes/registry.faces";
import type { CommandContext } from "./command";

/** The one selected node where a part of the graph can begin or end: no Start, no End, not turned off. A subgraph has no parts. */
export function partNode({ store, inside }: CommandContext): string | undefined {
  if (inside.within !== undefined) return undefined;
  const { document, selection } = store.getState();
  const [id, ...more] = selection.nodes;
  const node = id === undefined ? undefined : own(document.nodes, id);
  if (!node || more.length > 0 || node.disabled) return undefined;
  return faceOf(node.type)?.role === undefined ? id : undefined;
}

export const canRunPart = (context: CommandContext) => partNode(context) !== undefined;
