import { describe, expect, it } from "vitest";
import { smallGraph } from "@/components/editor/testing/graph";
import { apply, batchOf } from "@/workflows/graph/apply";
import { compare } from "@/workflows/graph/compare";
import type { SingleOperation } from "@/workflows/graph/operation";
import { unionOf } from "@/workflows/graph/union";
import { countWords, inOneLine } from "./change-words";
import { changesOf } from "./changes";

const before = smallGraph();

function changesBy(...steps: SingleOperation[]) {
  const result = apply(before, batchOf(steps));
  if (!result.ok) throw new Error(result.problem.message);
  const comparison = compare(before, result.value);
  return changesOf(comparison, unionOf(before, result.value, comparison));
}

const note = before.nodes.ask && { ...before.nodes.ask, title: "Ask twice" };

describe("changes of a comparison", () => {
  it("come in reading order, each with its own name", () => {
    if (!note) throw new Error("The graph has no node ask");
    const changes = changesBy(
      { op: "node.add", id: "twice", node: note, position: { x: 300, y: 0 } },
      { op: "node.configure", id: "ask", set: { prompt: "Hello" }, unset: [] },
      { op: "edge.remove", id: "e2" },
      { op: "channel.add", name: "extra", channel: { type: "string", reducer: "replace" } },
      { op: "settings.update", settings: { recursionLimit: 7, timeoutMs: 900_000 } },
    );
    expect(changes.map(({ key, kind, title }) => [key, kind, title])).toEqual([
      ["settings", "changed", "Limits of a run"],
      ["channel:extra", "added", "Channel extra"],
      ["node:ask", "changed", "Ask"],
      ["node:twice", "added", "Ask twice"],
      ["edge:e2", "removed", "Ask → End"],
    ]);
    expect(countWords(changes)).toBe("2 added, 1 removed, 2 changed");
    expect(inOneLine(changes)).toBe(
      "Limits of a run changed, Channel extra added, Ask changed and 2 more changes",
    );
  });

  it("name every setting of what is new, and none of what was only moved", () => {
    const changes = changesBy(
      { op: "node.move", positions: { ask: { x: 5, y: 5 } } },
      { op: "node.remove", id: "end" },
    );
    expect(changes.map(({ key }) => key)).toEqual(["node:end", "edge:e2"]);
    expect(changes[0]?.fields).toContainEqual({
      field: "config.outputs",
      before: ["answer"],
      after: undefined,
    });
  });

  it("are none between the same graphs", () => {
    expect(changesBy()).toEqual([]);
    expect(countWords([])).toBe("");
    expect(inOneLine([])).toBe("");
  });
});
