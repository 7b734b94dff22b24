import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply, batchOf } from "@/workflows/graph/apply";
import { coalesce } from "@/workflows/graph/coalesce";
import type { GraphDocument } from "@/workflows/graph/document";
import { graphAsJson } from "@/workflows/graph/inner-graphs";
import { invert } from "@/workflows/graph/invert";
import { type Operation, operationSchema, type SingleOperation } from "@/workflows/graph/operation";
import {
  applied,
  documentOperation,
  graphDocument,
  operation,
  singleOperation,
} from "@/workflows/graph/testing/arbitraries";

const kinds = [
  "node.add",
  "node.remove",
  "node.title",
  "node.configure",
  "node.policy",
  "node.note",
  "node.disable",
  "node.pin",
  "node.move",
  "group.set",
  "sticky.set",
  "edge.add",
  "edge.remove",
  "edge.update",
  "channel.add",
  "channel.remove",
  "channel.update",
  "settings.update",
  "node.inside",
] as const satisfies SingleOperation["op"][];

const ofKind = (kind: SingleOperation["op"]) => singleOperation.filter(({ op }) => op === kind);

/** A document with an operation of one kind that applies to it. */
const applying = (kind: SingleOperation["op"]): fc.Arbitrary<[GraphDocument, SingleOperation]> =>
  kind === "node.inside"
    ? applyingInside
    : fc.tuple(graphDocument, ofKind(kind)).filter(([document, step]) => apply(document, step).ok);

/** Two graphs deep, so that one in another is meant as well. */
const applyingInside = fc
  .tuple(graphDocument, graphDocument, graphDocument, documentOperation)
  .filter(([, , innermost, step]) => apply(innermost, step).ok)
  .map(([outer, middle, innermost, step]): [GraphDocument, SingleOperation] => {
    const [id = "", other = ""] = [Object.keys(outer.nodes)[0], Object.keys(middle.nodes)[0]];
    return [
      holding(outer, id, holding(middle, other, innermost)),
      { op: "node.inside", at: [id, other], operation: step },
    ];
  });

function holding(document: GraphDocument, id: string, inner: GraphDocument): GraphDocument {
  const node = document.nodes[id];
  if (!node) throw new Error(`No node “${id}”.`);
  const around = { ...node, config: { graph: graphAsJson(inner) } };
  return { ...document, nodes: { ...document.nodes, [id]: around } };
}

/** What a server gets of an operation that a browser sends. */
const overTheWire = (step: Operation): Operation => operationSchema.parse(JSON.parse(JSON.stringify(step)));

const frozen = <Value>(value: Value): Value => {
  if (typeof value === "object" && value !== null) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
};

/** Parts of a document that an operation of this kind must leave alone: the very same objects. */
const untouched: Record<SingleOperation["op"], (keyof GraphDocument)[]> = {
  "node.add": ["edges", "channels", "settings", "pins"],
  "node.remove": ["channels", "settings"],
  "node.title": ["edges", "channels", "settings", "layout"],
  "node.configure": ["edges", "channels", "settings", "layout"],
  "node.policy": ["edges", "channels", "settings", "layout"],
  "node.note": ["edges", "channels", "settings", "layout"],
  "node.disable": ["edges", "channels", "settings", "layout", "pins"],
  "node.pin": ["nodes", "edges", "channels", "settings", "layout"],
  "group.set": ["nodes", "edges", "channels", "settings", "pins"],
  "sticky.set": ["nodes", "edges", "channels", "settings", "pins"],
  "node.move": ["nodes", "edges", "channels", "settings"],
  "edge.add": ["nodes", "channels", "settings", "layout"],
  "edge.remove": ["nodes", "channels", "settings", "layout"],
  "edge.update": ["nodes", "channels", "settings", "layout"],
  "channel.add": ["nodes", "edges", "settings", "layout"],
  "channel.remove": ["nodes", "edges", "settings", "layout"],
  "channel.update": ["nodes", "edges", "settings", "layout"],
  "settings.update": ["nodes", "edges", "channels", "layout"],
  "node.inside": ["edges", "channels", "settings", "layout", "pins"],
};

describe.each(kinds)("%s", (kind) => {
  it("is taken back by its inverse, also when both went over the wire", () => {
    fc.assert(
      fc.property(applying(kind), ([document, step]) => {
        const after = applied(document, overTheWire(step));
        expect(after).toEqual(applied(document, step));
        expect(apply(after, overTheWire(invert(document, step)))).toEqual({ ok: true, value: document });
      }),
    );
  });

  it("is done again by the inverse of its inverse", () => {
    fc.assert(
      fc.property(applying(kind), ([document, step]) => {
        const after = applied(document, step);
        const again = invert(after, invert(document, step));
        expect(applied(document, again)).toEqual(after);
      }),
    );
  });

  it("changes neither the document nor itself, and shares what it leaves alone", () => {
    fc.assert(
      fc.property(applying(kind), ([document, step]) => {
        const after = applied(frozen(document), frozen(step));
        for (const part of untouched[kind]) expect(after[part]).toBe(document[part]);
        expect(() => invert(document, step)).not.toThrow();
      }),
    );
  });

  it("applies, or is refused with a sentence that ends", () => {
    fc.assert(
      fc.property(graphDocument, ofKind(kind), (document, step) => {
        const result = apply(document, step);
        expect(result.ok ? "" : result.problem.message).toMatch(/^$|^[A-Z].*\.$/s);
        expect(result.ok ? invert(document, step) : batchOf([])).toEqual(invert(document, step));
      }),
    );
  });
});

describe("two operations of one gesture", () => {
  /** Two of the same kind, more often than chance would have it on the same thing. */
  const pair = singleOperation.chain((first) =>
    ofKind(first.op).map((second): [SingleOperation, SingleOperation] => [first, sameThing(first, second)]),
  );

  it("make one operation that does what both did, and that the inverse of the first takes back", () => {
    let merged = 0;
    fc.assert(
      fc.property(graphDocument, pair, (document, [first, second]) => {
        const both = coalesce(first, second);
        const between = apply(document, first);
        fc.pre(both !== undefined && between.ok && apply(between.value, second).ok);
        merged += 1;
        const after = applied(applied(document, first), second);
        expect(both && apply(document, both)).toEqual({ ok: true, value: after });
        expect(applied(after, invert(document, first))).toEqual(document);
      }),
      { numRuns: 300 },
    );
    expect(merged).toBeGreaterThan(100);
  });

  it.each(["node.add", "node.remove", "edge.add", "edge.remove", "channel.add", "channel.remove"] as const)(
    "of %s stay two: each deserves its own undo",
    (kind) => {
      fc.assert(
        fc.property(ofKind(kind), ofKind(kind), (first, second) => {
          expect(coalesce(first, second)).toBeUndefined();
        }),
      );
    },
  );
});

describe("a batch", () => {
  it("does what its steps do one by one, or nothing at all", () => {
    fc.assert(
      fc.property(graphDocument, fc.array(singleOperation, { maxLength: 6 }), (document, operations) => {
        const batch: Operation = { op: "batch", operations };
        const result = apply(document, batch);
        const stopped = operations.findIndex((step, index) => {
          const before = operations.slice(0, index).reduce(applied, document);
          return !apply(before, step).ok;
        });
        expect(result.ok).toBe(stopped < 0);
        expect(result.ok ? result.value : result.problem.index).toEqual(
          result.ok ? operations.reduce(applied, document) : stopped,
        );
      }),
    );
  });

  it("survives the wire with everything in it", () => {
    fc.assert(
      fc.property(graphDocument, operation, (document, step) => {
        expect(applied(document, overTheWire(step))).toEqual(applied(document, step));
      }),
    );
  });
});

function sameThing(first: SingleOperation, second: SingleOperation): SingleOperation {
  if (first.op === "group.set" && second.op === "group.set" && first.group && second.group) {
    return { ...second, id: first.id, group: { ...first.group, title: second.group.title } };
  }
  if (first.op === "sticky.set" && second.op === "sticky.set" && first.sticky && second.sticky) {
    return { ...second, id: first.id, sticky: { ...first.sticky, text: second.sticky.text } };
  }
  if (first.op === "node.inside" && second.op === "node.inside") return { ...second, at: first.at };
  if ("id" in first && "id" in second) return { ...second, id: first.id };
  if ("name" in first && "name" in second) return { ...second, name: first.name };
  if (first.op === "node.move" && second.op === "node.move") {
    const [place = { x: 7, y: 7 }] = Object.values(second.positions);
    return {
      ...second,
      positions: Object.fromEntries(Object.keys(first.positions).map((id) => [id, place])),
    };
  }
  return second;
}
