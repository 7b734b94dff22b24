import { expect, it } from "vitest";
import { inParts } from "./in-parts";

const ids = ["a", "b", "c", "d", "e"];

it("works through all in parts and tells how far it is", async () => {
  const parts: string[][] = [];
  const told: number[] = [];
  const work = async (part: string[]) => {
    parts.push(part);
    return part.map((id) => ({ id, ...(id === "c" && { refused: "No." }) }));
  };
  const { signal } = new AbortController();
  const outcomes = await inParts(ids, { size: 2, work, signal, onProgress: (done) => told.push(done) });
  expect(parts).toEqual([["a", "b"], ["c", "d"], ["e"]]);
  expect(told).toEqual([2, 4, 5]);
  expect(outcomes.filter(({ refused }) => refused)).toEqual([{ id: "c", refused: "No." }]);
});

it("leaves the rest alone once stopped", async () => {
  const stop = new AbortController();
  const work = async (part: string[]) => {
    if (part.includes("c")) stop.abort();
    return part.map((id) => ({ id }));
  };
  const outcomes = await inParts(ids, { size: 1, work, signal: stop.signal, onProgress: () => {} });
  expect(outcomes.map(({ id }) => id)).toEqual(["a", "b", "c"]);
});
