import fc from "fast-check";
import { expect, it } from "vitest";
import { backEdges } from "@/components/editor/graph/back-edges";
import { testNode } from "@/components/editor/testing/graph";
import { emptyDocument, type GraphDocument } from "@/workflows/graph/document";
import { type Size, tidyPositions } from "./tidy";

const ids = Array.from({ length: 14 }, (_, index) => `n${index}`);
const id = fc.constantFrom(...ids);
const size: fc.Arbitrary<Size> = fc.record({
  width: fc.integer({ min: 90, max: 320 }),
  height: fc.integer({ min: 36, max: 600 }),
});

interface Drawn {
  document: GraphDocument;
  sizes: ReadonlyMap<string, Size>;
  anchors: ReadonlyMap<string, number>;
}

/** Any graph: forks, joins, loops, edges to itself, nodes without an edge, groups with and without nodes. */
const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    nodes: fc.uniqueArray(id, { minLength: 1 }),
    edges: fc.array(fc.tuple(id, id), { maxLength: 30 }),
    sizes: fc.array(size, { minLength: ids.length, maxLength: ids.length }),
    anchors: fc.array(fc.integer({ min: 0, max: 36 }), { minLength: ids.length, maxLength: ids.length }),
    places: fc.array(
      fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) }),
      {
        minLength: ids.length,
        maxLength: ids.length,
      },
    ),
    groupOf: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: ids.length, maxLength: ids.length }),
  })
  .map(({ nodes, edges, sizes, anchors, places, groupOf }) => {
    const has = (nodeId: string) => nodes.includes(nodeId);
    const members = (group: number) => nodes.filter((nodeId) => groupOf[ids.indexOf(nodeId)] === group);
    const groups = [0, 1, 2].map((group) => [
      `g${group}`,
      { title: "", color: "slate" as const, nodes: members(group) },
    ]);
    const document: GraphDocument = {
      ...emptyDocument(),
      nodes: Object.fromEntries(nodes.map((nodeId) => [nodeId, testNode("model", nodeId)])),
      edges: Object.fromEntries(
        edges
          .filter(([source, target]) => has(source) && has(target))
          .map(([source, target], index) => [`e${index}`, { source, port: "out", target }]),
      ),
      layout: {
        nodes: Object.fromEntries(
          nodes.map((nodeId) => [nodeId, places[ids.indexOf(nodeId)] ?? { x: 0, y: 0 }]),
        ),
        groups: Object.fromEntries(groups),
        stickies: {},
      },
    };
    return {
      document,
      sizes: new Map(ids.map((nodeId, index) => [nodeId, sizes[index] ?? { width: 216, height: 120 }])),
      anchors: new Map(ids.map((nodeId, index) => [nodeId, anchors[index] ?? 28])),
    };
  });

it("lets no two nodes overlap, and draws every way on from left to right outside of groups", async () => {
  await fc.assert(
    fc.asyncProperty(drawn, async ({ document, sizes, anchors }) => {
      const sizeOf = (nodeId: string) => sizes.get(nodeId) ?? { width: 0, height: 0 };
      const places = await tidyPositions(document, sizeOf, (nodeId) => anchors.get(nodeId) ?? 0);
      const boxes = Object.entries(places).map(([nodeId, at]) => ({ nodeId, ...at, ...sizeOf(nodeId) }));
      expect(boxes.map(({ nodeId }) => nodeId).sort()).toEqual(Object.keys(document.nodes).sort());
      const overlapping = boxes.flatMap((one, index) =>
        boxes
          .slice(index + 1)
          .filter(
            (other) =>
              one.x < other.x + other.width &&
              other.x < one.x + one.width &&
              one.y < other.y + other.height &&
              other.y < one.y + one.height,
          )
          .map((other) => `${one.nodeId} and ${other.nodeId}`),
      );
      expect(overlapping).toEqual([]);
      const back = backEdges(document);
      const grouped = Object.values(document.layout.groups).some(({ nodes }) => nodes.length > 0);
      const leftwards = Object.entries(document.edges).filter(
        ([edgeId, { source, target }]) =>
          !grouped && !back.has(edgeId) && (places[source]?.x ?? 0) >= (places[target]?.x ?? 0),
      );
      expect(leftwards).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 120_000);
