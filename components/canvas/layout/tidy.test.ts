import { expect, it } from "vitest";
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
