import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { templates } from "@/workflows/templates/registry";
import { apply, stepsOf } from "./apply";
import { emptyDocument, type GraphDocument } from "./document";
import { extractFragment, fragmentText, insertFragment, parseFragment } from "./fragment";
import { invert } from "./invert";
import { applied, graphDocument } from "./testing/arbitraries";
import { testDefinitions } from "./testing/definitions";

const at = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });
/** A document and some of its nodes. */
const part = graphDocument.chain((document) =>
  fc.record({
    document: fc.constant(document),
    ids: fc.subarray(Object.keys(document.nodes), { minLength: 1 }),
  }),
);

/** Pastes, and gives what is new. */
function pasted(
  document: GraphDocument,
  fragment: ReturnType<typeof extractFragment>,
  place: { x: number; y: number },
) {
  const operation = insertFragment(document, fragment, place);
  const result = apply(document, operation);
  expect(result).toMatchObject({ ok: true });
  const after = result.ok ? result.value : document;
  const fresh = stepsOf(operation).flatMap((step) => (step.op === "node.add" ? [step.id] : []));
  return { after, fresh, operation };
}

describe("a copy that is pasted", () => {
  it("has ids of its own, however often it is pasted, and leaves all others as they were", () => {
    fc.assert(
      fc.property(part, at, ({ document, ids }, place) => {
        const fragment = extractFragment(document, ids, testDefinitions);
        const once = pasted(document, fragment, place);
        const twice = pasted(once.after, fragment, place);
        const all = [...Object.keys(document.nodes), ...once.fresh, ...twice.fresh];
        expect(new Set(all).size).toBe(all.length);
        expect(Object.keys(twice.after.nodes)).toHaveLength(all.length);
        for (const [id, node] of Object.entries(document.nodes)) expect(twice.after.nodes[id]).toEqual(node);
        for (const [id, edge] of Object.entries(document.edges)) expect(twice.after.edges[id]).toEqual(edge);
      }),
    );
  });

  it("is the same nodes and edges again, at the same distances", () => {
    fc.assert(
      fc.property(part, at, ({ document, ids }, place) => {
        const fragment = extractFragment(document, ids, testDefinitions);
        const { after, fresh } = pasted(document, fragment, place);
        const copy = extractFragment(after, fresh, testDefinitions);
        expect(Object.values(copy.nodes)).toEqual(Object.values(fragment.nodes));
        expect(Object.keys(copy.edges)).toHaveLength(Object.keys(fragment.edges).length);
        const places = (given: typeof copy) => Object.values(given.positions);
        const [first, copied] = [places(fragment), places(copy)];
        for (const [index, { x, y }] of copied.entries()) {
          expect(x - (copied[0]?.x ?? 0)).toBeCloseTo((first[index]?.x ?? 0) - (first[0]?.x ?? 0), 3);
          expect(y - (copied[0]?.y ?? 0)).toBeCloseTo((first[index]?.y ?? 0) - (first[0]?.y ?? 0), 3);
        }
      }),
    );
  });

  it("is taken back by one undo", () => {
    fc.assert(
      fc.property(part, graphDocument, at, ({ document, ids }, other, place) => {
        const { after, operation } = pasted(other, extractFragment(document, ids, testDefinitions), place);
        expect(applied(after, invert(other, operation))).toEqual(other);
      }),
    );
  });

  it("survives the clipboard", () => {
    fc.assert(
      fc.property(part, ({ document, ids }) => {
        const fragment = extractFragment(document, ids, testDefinitions);
        expect(parseFragment(fragmentText(fragment))).toEqual({
          ok: true,
          value: JSON.parse(JSON.stringify(fragment)),
        });
      }),
    );
  });

  it("of a whole template brings its channels into an empty document, and none twice", () => {
    for (const { document } of templates) {
      const ids = Object.keys(document.nodes).filter((id) => document.nodes[id]?.type !== "start");
      const fragment = extractFragment(document, ids, nodeDefinitions);
      const { after } = pasted(emptyDocument(), fragment, { x: 0, y: 0 });
      expect(after.channels).toEqual(fragment.channels);
      expect(pasted(after, fragment, { x: 0, y: 900 }).after.channels).toEqual(fragment.channels);
    }
  });

  it("is refused in words where the clipboard holds something else", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const read = parseFragment(text);
        expect(read.ok ? "a fragment" : read.problem).toMatch(/\S/);
      }),
    );
  });
});
