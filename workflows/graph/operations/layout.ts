import { own } from "@/workflows/graph/record";
import { ok } from "@/workflows/graph/result";
import type { OperationHandler, OperationOf } from "./handler";
import { unknownNode } from "./node-life";

export const moveNodes: OperationHandler<OperationOf<"node.move">> = {
  apply(document, { positions }) {
    const missing = Object.keys(positions).find((id) => !own(document.nodes, id));
    if (missing !== undefined) return unknownNode(missing);
    return ok({
      ...document,
      layout: { ...document.layout, nodes: { ...document.layout.nodes, ...positions } },
    });
  },
  invert(document, { positions }) {
    const before = Object.keys(positions).flatMap((id) => {
      const position = own(document.layout.nodes, id);
      return position ? [[id, position] as const] : [];
    });
    return [{ op: "node.move", positions: Object.fromEntries(before) }];
  },
  coalesce(first, second) {
    const moved = Object.keys(first.positions);
    const same = Object.keys(second.positions).length === moved.length;
    return same && moved.every((id) => Object.hasOwn(second.positions, id)) ? second : undefined;
  },
};
