import type { GraphDocument } from "@/workflows/graph/document";
import type { Node } from "@/workflows/graph/node";
import { own, withEntry, withoutKeys } from "@/workflows/graph/record";
import { ok } from "@/workflows/graph/result";
import type { OperationHandler, OperationOf } from "./handler";
import { unknownNode } from "./node-life";

export const retitleNode: OperationHandler<OperationOf<"node.title">> = {
  apply: (document, { id, title }) => change(document, id, (node) => ({ ...node, title })),
  invert(document, { id }) {
    const node = own(document.nodes, id);
    return node ? [{ op: "node.title", id, title: node.title }] : [];
  },
  coalesce: (first, second) => (first.id === second.id ? second : undefined),
};

export const configureNode: OperationHandler<OperationOf<"node.configure">> = {
  apply: (document, { id, set, unset }) =>
    change(document, id, (node) => ({ ...node, config: { ...withoutKeys(node.config, unset), ...set } })),
  invert(document, { id, set, unset }) {
    const node = own(document.nodes, id);
    if (!node) return [];
    const touched = [...new Set([...Object.keys(set), ...unset])];
    const before = touched.flatMap((key) => {
      const value = own(node.config, key);
      return value === undefined ? [] : [[key, value] as const];
    });
    const known = new Set(before.map(([key]) => key));
    return [
      {
        op: "node.configure",
        id,
        set: Object.fromEntries(before),
        unset: touched.filter((key) => !known.has(key)),
      },
    ];
  },
  coalesce(first, second) {
    const sameGesture = first.id === second.id && touchedKeys(first) === touchedKeys(second);
    return sameGesture ? second : undefined;
  },
};

export const setPolicy: OperationHandler<OperationOf<"node.policy">> = {
  apply: (document, { id, policy }) => change(document, id, (node) => ({ ...node, policy })),
  invert(document, { id }) {
    const node = own(document.nodes, id);
    return node ? [{ op: "node.policy", id, policy: node.policy }] : [];
  },
  coalesce: (first, second) => (first.id === second.id ? second : undefined),
};

export const setNote: OperationHandler<OperationOf<"node.note">> = {
  apply: (document, { id, note }) =>
    change(document, id, (node) => {
      const noted = { ...node, note };
      if (note === undefined) delete noted.note;
      return noted;
    }),
  invert(document, { id }) {
    const node = own(document.nodes, id);
    return node ? [{ op: "node.note", id, note: node.note }] : [];
  },
  coalesce: (first, second) => (first.id === second.id ? second : undefined),
};

export const disableNode: OperationHandler<OperationOf<"node.disable">> = {
  apply: (document, { id, disabled }) =>
    change(document, id, (node) => {
      const { disabled: _, ...enabled } = node;
      return disabled ? { ...enabled, disabled } : enabled;
    }),
  invert(document, { id }) {
    const node = own(document.nodes, id);
    return node ? [{ op: "node.disable", id, disabled: node.disabled ?? false }] : [];
  },
};

function change(document: GraphDocument, id: string, edit: (node: Node) => Node) {
  const node = own(document.nodes, id);
  if (!node) return unknownNode(id);
  return ok({ ...document, nodes: withEntry(document.nodes, id, edit(node)) });
}

function touchedKeys({ set, unset }: OperationOf<"node.configure">): string {
  return JSON.stringify([...new Set([...Object.keys(set), ...unset])].sort());
}
