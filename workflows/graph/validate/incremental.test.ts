import { expect, it } from "vitest";
import type { GraphDocument } from "@/workflows/graph/document";
import type { SingleOperation } from "@/workflows/graph/operation";
import { applied } from "@/workflows/graph/testing/arbitraries";
import { testDefinitions } from "@/workflows/graph/testing/definitions";
import { sketch } from "@/workflows/graph/testing/sketch";
import { validate } from "./validate";

const count = 400;

/** Two lanes beside each other that write one channel: the search for what runs at the same time has to be made. */
const lanes = ["a", "b"].map((lane) => {
  const ids = Array.from({ length: count / 2 }, (_, index) => `${lane}${index}`);
  return {
    ids,
    edges: ["start", ...ids, "end"].map((id, index, all) => `${id} > ${all[index + 1] ?? ""}`).slice(0, -1),
  };
});
const big = sketch({
  nodes: Object.fromEntries(
    lanes.flatMap(({ ids }) =>
      ids.map((id) => [id, { text: `{{ x }} of ${id}`, writes: [{ channel: "x" }] }]),
    ),
  ),
  edges: lanes.flatMap(({ edges }) => edges).join("; "),
  channels: { x: { type: "string", reducer: "replace", default: "" } },
});

function median(times: number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
}

const timed = (document: GraphDocument) => {
  const began = performance.now();
  validate(document, testDefinitions);
  return performance.now() - began;
};

const typing = (round: number): SingleOperation => ({
  op: "node.configure",
  id: "a7",
  set: { text: `{{ x }} ${round}` },
  unset: [],
});
const moving = (round: number): SingleOperation => ({
  op: "node.move",
  positions: { a7: { x: round, y: round } },
});

it.each([
  ["typing", typing, 2],
  ["moving a node", moving, 6],
])("%s costs a fraction of looking at the whole graph", { timeout: 60_000 }, (_, operation, least) => {
  let document = big;
  validate(document, testDefinitions);
  const times = Array.from({ length: 15 }, (__, round) => {
    document = applied(document, operation(round));
    return { again: timed(document), whole: timed(structuredClone(document)) };
  });
  const again = median(times.map((time) => time.again));
  const whole = median(times.map((time) => time.whole));
  expect(whole / again).toBeGreaterThan(least);
});
