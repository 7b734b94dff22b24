import { own, withEntry, withoutKeys } from "@/workflows/graph/record";
import { ok } from "@/workflows/graph/result";
import type { OperationHandler, OperationOf } from "./handler";
import { unknownNode } from "./node-life";

export const pinNode: OperationHandler<OperationOf<"node.pin">> = {
  apply(document, { id, pin }) {
    if (!own(document.nodes, id)) return unknownNode(id);
    const { pins } = document;
    return ok({ ...document, pins: pin ? withEntry(pins, id, pin) : withoutKeys(pins, [id]) });
  },
  invert: (document, { id }) => [{ op: "node.pin", id, pin: own(document.pins, id) ?? null }],
  coalesce(first, second) {
    const sameGesture = first.id === second.id && first.pin && second.pin;
    return sameGesture ? second : undefined;
  },
};
