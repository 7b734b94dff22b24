import { describe, expect, it } from "vitest";
import { apply } from "@/workflows/graph/apply";
import type { GraphDocument } from "@/workflows/graph/document";
import { findText } from "@/workflows/graph/text/find-text";
import { replaceText } from "@/workflows/graph/text/replace-text";
import { plainSearch } from "@/workflows/graph/text/search";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { smallGraph, testNode } from "../testing/graph";
import { afterReplaced, countsByNode, stepped } from "./next-match";

const start: GraphDocument = {
  ...smallGraph(),
  nodes: {
    a: testNode("model", "cat", { model: "m", prompt: "cat cat cat" }),
    b: testNode("model", "cat", { model: "m", prompt: "dog" }),
  },
};
const made = plainSearch("cat", { matchCase: false, wholeWord: false });
const found = (document: GraphDocument) =>
  findText(document, made.ok ? made.value : () => [], nodeDefinitions);

describe("stepped", () => {
  it.each([
    [0, null, 1, null],
    [3, null, 1, 0],
    [3, null, -1, 2],
    [3, 2, 1, 0],
    [3, 0, -1, 2],
    [3, 1, 1, 2],
  ] as const)("of %i from %s by %i: %s", (count, at, by, expected) => {
    expect(stepped(count, at, by)).toBe(expected);
  });
});

describe("afterReplaced", () => {
  /** Replaces one after the other as long as there is something left that was there in the beginning. */
  function replacedOneByOne(replacement: string): string[] {
    let document = start;
    let at: number | null = 0;
    const seen: string[] = [];
    for (let round = 0; round < found(start).length && at !== null; round++) {
      const match = found(document)[at];
      if (!match) break;
      seen.push(`${"nodeId" in match.place && match.place.nodeId} ${match.place.part} ${match.start}`);
      const next = apply(document, replaceText(document, [match], replacement, nodeDefinitions));
      if (!next.ok) throw new Error(next.problem.message);
      document = next.value;
      at = afterReplaced(found(document), at, match, replacement);
    }
    return seen;
  }

  it("takes each match once, also where the replacement holds the query", () => {
    expect(replacedOneByOne("x")).toEqual([
      "a title 0",
      "a config 0",
      "a config 2",
      "a config 4",
      "b title 0",
    ]);
    expect(replacedOneByOne("my cat")).toEqual([
      "a title 0",
      "a config 0",
      "a config 7",
      "a config 14",
      "b title 0",
    ]);
  });

  it("ends where nothing is left", () => {
    expect(
      afterReplaced(
        [],
        0,
        { place: { part: "title", nodeId: "a" }, start: 0, match: "", before: "", after: "" },
        "x",
      ),
    ).toBeNull();
  });
});

describe("countsByNode", () => {
  it("counts what is found at each node", () => {
    expect([...countsByNode(found(start))]).toEqual([
      ["a", 4],
      ["b", 1],
    ]);
  });
});
