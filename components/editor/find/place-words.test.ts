import { describe, expect, it } from "vitest";
import type { TextPlace } from "@/workflows/graph/text/places";
import { smallGraph, testNode } from "../testing/graph";
import { nodeOf, placeWords } from "./place-words";

const small = smallGraph();
const document = {
  ...small,
  nodes: {
    ...small.nodes,
    route: testNode("branch", "Route", { conditions: [{ id: "a", label: "A", when: "true" }] }),
  },
};
const config = (nodeId: string, ...keys: string[]): TextPlace => ({
  part: "config",
  nodeId,
  field: keys.join("."),
  keys,
});

describe("placeWords", () => {
  it.each<[TextPlace, string, string]>([
    [{ part: "title", nodeId: "ask" }, "Ask", "Title"],
    [{ part: "note", nodeId: "ask" }, "Ask", "Note"],
    [config("ask", "prompt"), "Ask", "Prompt"],
    [config("route", "conditions", "0", "when"), "Route", "Conditions 1 › When"],
    [config("gone", "x"), "gone", "x"],
    [{ part: "channel", channel: "answer" }, "answer", "Channel"],
    [{ part: "group", groupId: "g" }, "Group", "Group"],
    [{ part: "sticky", stickyId: "s" }, "Sticky note", "Text"],
  ])("%j", (place, owner, field) => {
    expect(placeWords(document, place)).toEqual({ owner, field });
  });

  it("knows the node of a place", () => {
    expect(nodeOf({ part: "note", nodeId: "ask" })).toBe("ask");
    expect(nodeOf({ part: "channel", channel: "answer" })).toBeUndefined();
  });
});
