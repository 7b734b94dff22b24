import { describe, expect, it } from "vitest";
import { smallGraph } from "@/components/editor/testing/graph";
import { apply, batchOf } from "@/workflows/graph/apply";
import { merge3 } from "@/workflows/graph/merge/merge3";
import type { SingleOperation } from "@/workflows/graph/operation";
import { conflictText, conflictTitle } from "./conflict-words";
import { mergedChanges } from "./merged-changes";

const base = smallGraph();

function edited(...steps: SingleOperation[]) {
  const result = apply(base, batchOf(steps));
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

const prompt = (text: string): SingleOperation => ({
  op: "node.configure",
  id: "ask",
  set: { prompt: text },
  unset: [],
});

describe("a merge in words", () => {
  it("calls each conflict by what it is about", () => {
    const merge = merge3(
      base,
      edited(prompt("Mine"), { op: "node.note", id: "end", note: "Mine" }, { op: "edge.remove", id: "e1" }),
      edited(
        prompt("Theirs"),
        { op: "node.remove", id: "end" },
        { op: "edge.update", id: "e1", edge: { source: "start", port: "out", target: "ask", cap: 2 } },
      ),
    );
    expect(merge.conflicts.map((conflict) => conflictTitle(merge, conflict)).sort()).toEqual([
      "Ask › Prompt",
      "End",
      "Start → Ask",
    ]);
  });

  it("lists for each side what merges by itself, down to the fields of one node", () => {
    const merge = merge3(
      base,
      edited(prompt("Mine"), { op: "node.title", id: "ask", title: "Ask them" }),
      edited(prompt("Theirs"), { op: "node.title", id: "end", title: "Finish" }),
    );
    const words = (side: "mine" | "theirs") =>
      mergedChanges(merge, side).map(({ key, fields }) => [key, fields.map(({ field }) => field)]);
    expect(words("mine")).toEqual([["node:ask", ["title"]]]);
    expect(words("theirs")).toEqual([["node:end", ["title"]]]);
  });

  it.each([
    ["Text", "Text"],
    [undefined, undefined],
    [true, "true"],
    [{ text: "A note", x: 1, y: 2, width: 3, height: 4, color: "blue" } as const, "A note"],
    [["a"], '[\n  "a"\n]'],
  ])("shows %j as text", (value, text) => {
    expect(conflictText(value)).toBe(text);
  });
});
