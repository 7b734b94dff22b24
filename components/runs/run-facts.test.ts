import { expect, it } from "vitest";
import { graphName, knownCost, runMs } from "./run-facts";

it("names the graph that ran", () => {
  expect(graphName({ version: 3, draftRevision: null, test: null })).toBe("v3");
  expect(graphName({ version: null, draftRevision: 12, test: { pins: true } })).toBe("draft r12");
  expect(graphName({ version: null, draftRevision: 12, test: { pins: true, until: "a" } })).toBe(
    "part of draft r12",
  );
});

it.each([
  [{ startedAt: null, endedAt: null }, 5, null],
  [{ startedAt: "2026-01-01T00:00:00.000Z", endedAt: "2026-01-01T00:00:02.500Z" }, null, 2500],
  [{ startedAt: "2026-01-01T00:00:00.000Z", endedAt: null }, Date.UTC(2026, 0, 1, 0, 0, 1), 1000],
  [{ startedAt: "2026-01-01T00:00:00.000Z", endedAt: null }, null, null],
])("measures %j at %s", (run, now, ms) => {
  expect(runMs(run, now)).toBe(ms);
});

it("never shows an unknown price as a sum", () => {
  expect(knownCost({ micros: 420, unknownCalls: 0 })).toBe(420);
  expect(knownCost({ micros: 420, unknownCalls: 1 })).toBeNull();
});
