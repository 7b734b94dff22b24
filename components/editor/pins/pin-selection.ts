import { own } from "@/workflows/graph/record";
import { faceOf } from "@/workflows/nodes/registry.faces";
import type { CommandContext } from "../commands/command";

/** The selected nodes that can be pinned: Start and End give no output. */
export function pinnable({ store }: CommandContext): string[] {
  const { document, selection } = store.getState();
  return [...selection.nodes].filter((id) => {
    const node = own(document.nodes, id);
    return node !== undefined && faceOf(node.type)?.role === undefined;
  });
}
