import { expect, it } from "vitest";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { faceOf } from "@/workflows/nodes/registry.faces";
import { paletteGroups, paletteMatches, paletteScore } from "./palette-items";

const best = (search: string) =>
  Object.values(nodeDefinitions)
    .map((definition) => ({ type: definition.type, score: paletteScore(definition, search) }))
    .sort((a, b) => b.score - a.score)[0];

it.each([
  ["mod", "model"],
  ["if", "branch"],
  ["approval", "human"],
  ["request", "http"],
  ["sandbox", "code"],
  ["hmn", "human"],
  ["aprv", "human"],
])("finds for “%s” the type %s", (search, type) => {
  expect(best(search)?.type).toBe(type);
});

it("finds nothing for nonsense", () => {
  expect(best("qqzx")?.score).toBe(0);
});

const typesIn = (groups: ReturnType<typeof paletteGroups>) =>
  groups.flatMap(({ items }) => items.map(({ type }) => type));

it("offers every type once, Start only while there is none", () => {
  expect(typesIn(paletteGroups({ hasStart: false })).sort()).toEqual(Object.keys(nodeDefinitions).sort());
  expect(typesIn(paletteGroups({ hasStart: true }))).not.toContain("start");
  expect(faceOf("start")?.role).toBe("start");
});

it("puts what was used last first, without saying it twice", () => {
  const groups = paletteGroups({ hasStart: true }, ["human", "gone", "model"]);
  expect(groups[0]?.items.map(({ type }) => type)).toEqual(["human", "model"]);
  const types = typesIn(groups);
  expect(new Set(types).size).toBe(types.length);
});

it("prefers among equals what was used last", () => {
  const matching = (recent: string[]) =>
    paletteMatches({ hasStart: true }, "", recent).map(({ type }) => type)[0];
  expect(matching(["http"])).toBe("http");
  expect(matching(["code"])).toBe("code");
});

it.each([
  ["after a node, anything but Start", { source: "a", port: "out" }, { end: true, start: false }],
  ["before a node, nothing that leads nowhere", { target: "a" }, { end: false, start: true }],
  ["in an edge, nothing that leads nowhere", { edgeId: "e" }, { end: false, start: false }],
])("offers %s", (_, join, expected) => {
  const types = typesIn(paletteGroups({ hasStart: false, join }));
  expect({ end: types.includes("end"), start: types.includes("start") }).toEqual(expected);
  expect(types).toContain("model");
});
