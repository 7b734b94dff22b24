import type { Position } from "@/workflows/graph/document";
import { type Alignment, aligned, type Box, distributed } from "../graph/arrange";
import { cardSize } from "../graph/places";
import type { CommandContext } from "./command";

export function align(context: CommandContext, to: Alignment): void {
  move(context, aligned(selectedBoxes(context), to));
}

export function distribute(context: CommandContext, along: "x" | "y"): void {
  move(context, distributed(selectedBoxes(context), along));
}

function selectedBoxes({ store, view }: CommandContext): Record<string, Box> {
  const { document, selection } = store.getState();
  return Object.fromEntries(
    [...selection.nodes].map((id) => {
      const place = document.layout.nodes[id] ?? { x: 0, y: 0 };
      return [id, { ...place, ...(view.sizeOf(id) ?? cardSize) }];
    }),
  );
}

function move({ store }: CommandContext, positions: Record<string, Position>): void {
  store.getState().change({ op: "batch", label: "Arrange", operations: [{ op: "node.move", positions }] });
}
