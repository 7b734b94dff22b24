import { expect, it } from "vitest";
import { heatMarks } from "./heat-marks";

const spent = (ms: number) => ({ visits: 1, tokens: 0, costMicros: 0, ms });
const estimate = {
  tokens: { p50: 0, p95: 0 },
  costMicros: { p50: 0, p95: 0 },
  ms: { p50: 0, p95: 0 },
  nodes: new Map([
    ["hot", spent(700)],
    ["warm", spent(295)],
    ["cold", spent(5)],
    ["none", spent(0)],
  ]),
  unknown: ["fresh"],
  unpriced: [],
  repeating: [],
};
const words = (measure: "ms" | "tokens") =>
  Object.fromEntries(
    [...heatMarks(estimate, measure).nodes].map(([id, { tint, word }]) => [id, [tint, word]]),
  );

it("says amount and share of each node, warmer where more is spent", () => {
  expect(words("ms")).toEqual({
    hot: ["code", "700 ms · 70%"],
    warm: ["human", "295 ms · 30%"],
    cold: ["data", "5 ms · <1%"],
    none: ["flow", "0 ms"],
    fresh: ["flow", "No history yet"],
  });
});

it("shares nothing out where nothing is spent", () => {
  expect(words("tokens")).toMatchObject({ hot: ["flow", "0"], fresh: ["flow", "No history yet"] });
});
