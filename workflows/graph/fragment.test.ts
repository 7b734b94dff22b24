import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply, stepsOf } from "./apply";
import { emptyDocument } from "./document";
import { edgeIdSchema } from "./edge";
import { extractFragment, fragmentText, insertFragment, parseFragment } from "./fragment";
import { newId } from "./new-id";
import { nodeIdSchema } from "./node";
import { applied, graphDocument } from "./testing/arbitraries";
import { testDefinitions } from "./testing/definitions";
import { sketch } from "./testing/sketch";

const document = sketch({
  nodes: { a: { writes: [{ channel: "x" }] }, b: { reads: [{ channel: "y" }] } },
  edges: "start > a; a > b; b > end",
  channels: {
    x: { type: "number", reducer: "add" },
    y: { type: "string", reducer: "replace" },
    z: { type: "any", reducer: "replace" },
  },
});
const counting = () => {
  let count = 0;
  return (prefix: string) => {
    count += 1;
    return `${prefix}_${count}`;
  };
};

describe("extractFragment", () => {
  it("takes nodes, the edges between them, their places and their channels", () => {
    const fragment = extractFragment(document, ["a", "b", "nowhere"], testDefinitions);
    expect(Object.keys(fragment.nodes)).toEqual(["a", "b"]);
    expect(Object.keys(fragment.edges)).toEqual(["e2"]);
    expect(Object.keys(fragment.channels)).toEqual(["x", "y"]);
    expect(fragment.positions).toEqual({ a: document.layout.nodes.a, b: document.layout.nodes.b });
  });
});

describe("groups and sticky notes in a fragment", () => {
  const paper = [
    { op: "group.set" as const, id: "g", group: { title: "G", color: "red" as const, nodes: ["a", "b"] } },
    {
      op: "sticky.set" as const,
      id: "s",
      sticky: { text: "S", x: -50, y: 20, width: 9, height: 9, color: "blue" as const },
    },
    { op: "node.pin" as const, id: "a", pin: { port: "out", update: { x: "private" } } },
  ].reduce(applied, document);

  it("come along whole, or not at all; pins stay behind", () => {
    const whole = extractFragment(paper, ["a", "b"], testDefinitions, ["s"]);
    expect([whole.groups, whole.stickies]).toEqual([paper.layout.groups, paper.layout.stickies]);
    expect(fragmentText(whole)).not.toContain("private");
    const part = extractFragment(paper, ["a"], testDefinitions);
    expect([part.groups, part.stickies]).toEqual([{}, {}]);
  });

  it("come along although Start, of which there is one, stays behind", () => {
    const group = { title: "G", color: "red" as const, nodes: ["start", "a"] };
    const grouped = applied(document, { op: "group.set", id: "g", group });
    expect(extractFragment(grouped, ["a"], testDefinitions).groups).toEqual({
      g: { ...group, nodes: ["a"] },
    });
    expect(extractFragment(grouped, ["b"], testDefinitions).groups).toEqual({});
  });

  it("get ids and places of their own", () => {
    const fragment = extractFragment(paper, ["a", "b"], testDefinitions, ["s"]);
    const after = applied(paper, insertFragment(paper, fragment, { x: 0, y: 0 }, counting()));
    expect(after.layout.groups.group_4).toEqual({ title: "G", color: "red", nodes: ["step_1", "step_2"] });
    expect(after.layout.stickies.sticky_5).toMatchObject({ text: "S", x: 0, y: 20 });
    expect(after.layout.nodes.step_1).toEqual({ x: 50, y: 0 });
  });

  it("without its nodes, a group of a fragment from elsewhere is left out", () => {
    const stray = { ...extractFragment(paper, ["a", "b"], testDefinitions), nodes: {}, edges: {} };
    const after = applied(paper, insertFragment(paper, stray, { x: 0, y: 0 }));
    expect(after.layout.groups).toEqual(paper.layout.groups);
  });
});

describe("insertFragment", () => {
  it("renews ids, moves the corner and creates only the channels that are missing", () => {
    const fragment = extractFragment(document, ["a", "b"], testDefinitions);
    const paste = insertFragment(document, fragment, { x: 1000, y: 50 }, counting());
    const result = apply(document, paste);
    const after = result.ok ? result.value : emptyDocument();
    expect(after.layout.nodes.step_1).toEqual({ x: 1000, y: 50 });
    expect(after.layout.nodes.step_2).toEqual({ x: 1300, y: 50 });
    expect(after.edges.edge_3).toEqual({ source: "step_1", port: "out", target: "step_2" });
    expect(after.channels).toBe(document.channels);
    const elsewhere = insertFragment(emptyDocument(), fragment, { x: 0, y: 0 }, counting());
    expect(stepsOf(elsewhere).map(({ op }) => op)).toEqual([
      "channel.add",
      "channel.add",
      "node.add",
      "node.add",
      "edge.add",
    ]);
  });

  it("fits into any document", () => {
    fc.assert(
      fc.property(graphDocument, graphDocument, (from, to) => {
        const fragment = extractFragment(from, Object.keys(from.nodes), testDefinitions);
        const result = apply(to, insertFragment(to, fragment, { x: 0, y: 0 }));
        expect(result.ok && Object.keys(result.value.nodes).length).toBe(
          Object.keys(to.nodes).length + Object.keys(from.nodes).length,
        );
      }),
    );
  });
});

describe("parseFragment", () => {
  it("reads what was copied", () => {
    fc.assert(
      fc.property(graphDocument, (first) => {
        const fragment = extractFragment(first, Object.keys(first.nodes), testDefinitions);
        expect(parseFragment(fragmentText(fragment))).toEqual({ ok: true, value: fragment });
      }),
    );
  });

  it.each([
    ["hello", "a text and no nodes"],
    ["{}", "a text and no nodes"],
    ["[1]", "a text and no nodes"],
    [" ", "is empty"],
    ['{"format":"signalbox.graph/1"}', "a whole agent"],
    ['{"format":"signalbox.fragment/2"}', "another version"],
  ])("says what %j is instead", (text, words) => {
    expect(parseFragment(text)).toEqual({ ok: false, problem: expect.stringContaining(words) });
  });
});

describe("newId", () => {
  it.each([["model"], ["set-state"], [""], ["Ä Ö"], ["9x"], ["x".repeat(200)]])(
    "is a valid id after %s",
    (prefix) => {
      expect(nodeIdSchema.safeParse(newId(prefix)).success).toBe(true);
      expect(edgeIdSchema.safeParse(newId(prefix)).success).toBe(true);
    },
  );

  it("differs each time", () => {
    expect(new Set(Array.from({ length: 1_000 }, () => newId("n"))).size).toBe(1_000);
  });
});
