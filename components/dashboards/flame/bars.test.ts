import { expect, it } from "vitest";
import { noAmounts } from "@/workflows/figures/amounts";
import { foldFlame } from "@/workflows/figures/flame";
import type { Place } from "@/workflows/figures/place";
import { barsOf, flat, nextBar } from "./bars";

const node = (name: string): Place => ({ kind: "node", name });
const total = (path: Place[], workMs: number, micros: number) => ({
  path,
  amounts: { ...noAmounts, n: 1, workMs, micros },
});
const places = foldFlame([
  total([node("a")], 30, 90),
  total([node("a"), node("x")], 20, 0),
  total([node("b")], 70, 10),
  total([node("tiny")], 0.1, 0),
]);
const path = (...names: string[]) => JSON.stringify(names.map((name) => `node:${name}`));
const short = (by: "time" | "money") =>
  barsOf(places, by).map(({ node: { place }, depth, left, width }) => [
    place.name,
    depth,
    Number(left.toFixed(2)),
    Number(width.toFixed(2)),
  ]);

it("lays places beside each other, what is inside them below, the widest first", () => {
  expect(short("time")).toEqual([
    ["b", 0, 0, 0.7],
    ["a", 0, 0.7, 0.3],
    ["x", 1, 0.7, 0.2],
  ]);
  expect(short("money")).toEqual([
    ["a", 0, 0, 0.9],
    ["b", 0, 0.9, 0.1],
  ]);
});

it("draws nothing where nothing was spent", () => {
  expect(barsOf(foldFlame([total([node("a")], 5, 0)]), "money")).toEqual([]);
});

it.each([
  [path("b"), "ArrowRight", path("a")],
  [path("a"), "ArrowLeft", path("b")],
  [path("a"), "ArrowDown", path("a", "x")],
  [path("a", "x"), "ArrowUp", path("a")],
  [path("b"), "ArrowDown", undefined],
  [path("b"), "ArrowLeft", undefined],
  [path("a"), "ArrowRight", undefined],
])("from %s %s leads to %s", (from, key, to) => {
  expect(nextBar(barsOf(places, "time"), from, key)?.node.path).toBe(to);
});

it("lists every place, however narrow", () => {
  expect(flat(places).map(({ node: { place }, depth }) => [place.name, depth])).toEqual([
    ["b", 0],
    ["a", 0],
    ["x", 1],
    ["tiny", 0],
  ]);
});
