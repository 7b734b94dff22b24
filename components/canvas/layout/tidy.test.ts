import { expect, it } from "vitest";
import { frameBoxes, nodeBox } from "@/components/editor/graph/frames";
import { testNode } from "@/components/editor/testing/graph";
import { emptyDocument } from "@/workflows/graph/document";
import { layoutOf } from "@/workflows/graph/layout";
import { approval } from "@/workflows/templates/approval";
import { tidyPositions } from "./tidy";

const size = { width: 216, height: 120 };
const ids = Object.keys(approval.document.nodes);

it("leaves the node the graph begins with where it was, and lets no two overlap", async () => {
  const document = structuredClone(approval.document);
  for (const id of ids) document.layout.nodes[id] = { x: 40, y: 70 };
  const places = await tidyPositions(
    document,
    () => size,
    () => 28,
  );
  expect(places.start).toEqual({ x: 40, y: 70 });
  const pairs = ids.flatMap((one, index) => ids.slice(index + 1).map((other) => [one, other] as const));
  const overlapping = pairs.filter(([one, other]) => {
    const [a, b] = [places[one], places[other]];
    return a && b && Math.abs(a.x - b.x) < size.width && Math.abs(a.y - b.y) < size.height;
  });
  expect(overlapping).toEqual([]);
});

it("keeps the nodes of a group together, and everything else out of their frames", async () => {
  const nodeIds = Array.from({ length: 60 }, (_, index) => `n${index}`);
  const document = emptyDocument();
  document.nodes = Object.fromEntries(nodeIds.map((id) => [id, testNode("model", id)]));
  const steps = [1, 7].flatMap((far) =>
    nodeIds.slice(far).map((target, index) => [`n${index}`, target] as const),
  );
  document.edges = Object.fromEntries(
    steps.map(([source, target], index) => [`e${index}`, { source, port: "out", target }]),
  );
  const groups = [
    nodeIds.slice(2, 9),
    nodeIds.slice(15, 18),
    nodeIds.filter((_, index) => index % 13 === 12),
  ];
  for (const [index, nodes] of groups.entries())
    document.layout.groups[`g${index}`] = { title: "", color: "slate", nodes };

  const places = await tidyPositions(
    document,
    () => size,
    () => 28,
  );
  const tidied = { ...document, layout: { ...layoutOf(places), groups: document.layout.groups } };
  const frames = frameBoxes(tidied, () => size);
  const strangers = [...frames].flatMap(([id, frame]) =>
    nodeIds.filter((nodeId) => {
      const box = nodeBox(tidied, () => size, nodeId, {});
      const apart =
        box.x >= frame.x + frame.width ||
        frame.x >= box.x + box.width ||
        box.y >= frame.y + frame.height ||
        frame.y >= box.y + box.height;
      return !apart && !tidied.layout.groups[id]?.nodes.includes(nodeId);
    }),
  );
  expect(frames.size).toBe(3);
  expect(strangers).toEqual([]);
});
