import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply, stepsOf } from "@/workflows/graph/apply";
import { canonicalJson, semanticHash } from "@/workflows/graph/canonical";
import { type GraphDocument, graphDocumentSchema } from "@/workflows/graph/document";
import type { Operation } from "@/workflows/graph/operation";
import { parseDocument } from "@/workflows/graph/parse-document";
import { applied, graphDocument, operation } from "@/workflows/graph/testing/arbitraries";
import { sketch } from "@/workflows/graph/testing/sketch";
import { merge3, resolve } from "./merge3";

const base = [
  { op: "group.set" as const, id: "g", group: { title: "G", color: "blue" as const, nodes: ["a", "b"] } },
  {
    op: "sticky.set" as const,
    id: "s",
    sticky: { text: "S", x: 0, y: 0, width: 9, height: 9, color: "red" as const },
  },
].reduce(
  applied,
  sketch({
    nodes: { a: { size: 1, text: "t" } },
    edges: "start > a; a > b; b > end",
    channels: { x: { type: "number", reducer: "add" } },
  }),
);

const changed = (...steps: Operation[]) => steps.reduce(applied, base);
const set = (id: string, config: Record<string, string | number>): Operation => ({
  op: "node.configure",
  id,
  set: config,
  unset: [],
});
const node = { type: "step", typeVersion: 2, title: "New", config: {}, policy: { onError: "fail" as const } };
const add = (id: string, title = "New"): Operation => ({
  op: "node.add",
  id,
  node: { ...node, title },
  position: { x: 0, y: 0 },
});
const connect = (id: string, source: string, target: string, port = "out"): Operation => ({
  op: "edge.add",
  id,
  edge: { source, port, target },
});

describe("merge3 takes both sides", () => {
  it.each<[string, Operation[], Operation[]]>([
    ["two settings of one node", [set("a", { size: 2 })], [set("a", { text: "u" })]],
    ["title and setting", [{ op: "node.title", id: "a", title: "T" }], [set("a", { size: 2 })]],
    ["two new nodes", [add("c")], [add("d"), connect("n", "b", "d", "no")]],
    ["two new channels", [channel("y")], [channel("z")]],
    ["a removed node and another's setting", [{ op: "node.remove", id: "b" }], [set("a", { size: 2 })]],
    ["a removed and a moved node", [{ op: "node.remove", id: "b" }], [move("b", 7), move("a", 9)]],
    [
      "a node off and its title",
      [{ op: "node.disable", id: "a", disabled: true }],
      [{ op: "node.title", id: "a", title: "T" }],
    ],
    [
      "settings and pins",
      [{ op: "settings.update", settings: { recursionLimit: 3, timeoutMs: 5000 } }],
      [{ op: "node.pin", id: "a", pin: { port: "out", update: {} } }],
    ],
  ])("%s", (_, mine, theirs) => {
    const { document, conflicts } = merge3(base, changed(...mine), changed(...theirs));
    expect(conflicts).toEqual([]);
    expect(merge3(base, changed(...theirs), changed(...mine)).document).toEqual(document);
    expect(semanticHash(document)).toBe(semanticHash([...theirs, ...mine].reduce(redone, base)));
  });

  it("keeps the order of the side that regrouped, where the other only took a node away", () => {
    const start = changed(grouped("b", "a"));
    const apart = (operation: Operation) => applied(start, operation);
    const { document } = merge3(start, apart({ op: "node.remove", id: "b" }), apart(grouped("start", "a")));
    expect(document.layout.groups.g?.nodes).toEqual(["start", "a"]);
  });

  it("leaves a node in the group that one side put it into, where the other dissolved its old one", () => {
    const start = changed(grouped("a", "b"));
    const apart = (operation: Operation) => applied(start, operation);
    const group = { title: "H", color: "red" as const, nodes: ["b"] };
    const gone = apart({ op: "group.set", id: "g", group: null });
    const { document } = merge3(start, gone, apart({ op: "group.set", id: "h", group }));
    expect(document.layout.groups).toEqual({ h: group });
  });

  it("keeps who is where in groups", () => {
    const { document } = merge3(base, changed(grouped("start", "a", "b")), changed(grouped("b")));
    expect(document.layout.groups.g?.nodes.toSorted()).toEqual(["b", "start"]);
  });

  it("has one edge where both drew the same", () => {
    const { document, conflicts } = merge3(
      base,
      changed(connect("m", "a", "end")),
      changed(connect("t", "a", "end")),
    );
    expect(conflicts).toEqual([]);
    expect(Object.keys(document.edges)).toEqual(["e1", "e2", "e3", "t"]);
  });

  it("keeps another type and a note", () => {
    const noted: Operation = { op: "node.note", id: "a", note: "N" };
    const { document, conflicts } = merge3(base, changed(retype("a", "end")), changed(noted));
    expect([document.nodes.a, conflicts]).toMatchObject([{ type: "end", note: "N" }, []]);
  });

  it("moves by my hand where both moved", () => {
    const { document, conflicts } = merge3(base, changed(move("a", 1)), changed(move("a", 2)));
    expect([document.layout.nodes.a?.x, conflicts]).toEqual([1, []]);
  });
});

describe("merge3 asks", () => {
  const titled = (title: string): Operation => ({ op: "node.title", id: "a", title });
  const removal: Operation = { op: "node.remove", id: "a" };
  it.each<[string, Operation[], Operation[], string, (document: GraphDocument) => unknown, unknown, unknown]>(
    [
      ["two titles", [titled("M")], [titled("T")], "node:a:title", (d) => d.nodes.a?.title, "M", "T"],
      [
        "two values of one setting",
        [set("a", { size: 2 })],
        [set("a", { size: 3 })],
        "node:a:config.size",
        (d) => d.nodes.a?.config.size,
        2,
        3,
      ],
      ["removed and changed", [removal], [titled("T")], "node:a", (d) => d.nodes.a?.title, undefined, "T"],
      ["changed and removed", [titled("M")], [removal], "node:a", (d) => d.nodes.a?.title, "M", undefined],
      [
        "removed and connected",
        [removal],
        [connect("n", "a", "end", "no")],
        "node:a",
        (d) => Object.keys(d.edges),
        ["e3"],
        ["e1", "e2", "e3", "n"],
      ],
      [
        "two types",
        [retype("a", "end")],
        [retype("a", "start")],
        "node:a",
        (d) => d.nodes.a?.type,
        "end",
        "start",
      ],
      [
        "a removed and a changed edge",
        [{ op: "edge.remove", id: "e1" }],
        [{ op: "edge.update", id: "e1", edge: { source: "start", port: "out", target: "a", cap: 2 } }],
        "edge:e1",
        (d) => d.edges.e1?.cap,
        undefined,
        2,
      ],
      [
        "two channels of one name",
        [channel("y", "max")],
        [channel("y")],
        "channel:y",
        (d) => d.channels.y?.reducer,
        "max",
        "add",
      ],
      [
        "two limits",
        [{ op: "settings.update", settings: { recursionLimit: 3, timeoutMs: 5000 } }],
        [{ op: "settings.update", settings: { recursionLimit: 4, timeoutMs: 5000 } }],
        "settings",
        (d) => d.settings.recursionLimit,
        3,
        4,
      ],
      [
        "two pins",
        [{ op: "node.pin", id: "a", pin: { port: "out", update: {} } }],
        [{ op: "node.pin", id: "a", pin: { port: "no", update: {} } }],
        "pin:a",
        (d) => d.pins.a?.port,
        "out",
        "no",
      ],
      [
        "two group titles",
        [regroup("M")],
        [regroup("T")],
        "group:g",
        (d) => d.layout.groups.g?.title,
        "M",
        "T",
      ],
      [
        "two texts of a note",
        [stick("M")],
        [stick("T")],
        "sticky:s",
        (d) => d.layout.stickies.s?.text,
        "M",
        "T",
      ],
    ],
  )("about %s", (_, mine, theirs, id, look, chosenMine, chosenTheirs) => {
    const merge = merge3(base, changed(...mine), changed(...theirs));
    expect(merge.conflicts.map((conflict) => conflict.id)).toEqual([id]);
    expect(look(merge.document)).toEqual(chosenTheirs);
    expect(look(resolve(merge, { [id]: "mine" }))).toEqual(chosenMine);
    expect(look(resolve(merge, { [id]: "theirs" }))).toEqual(chosenTheirs);
  });
});

describe("merge3 of any documents", () => {
  const edited = fc
    .tuple(graphDocument, fc.array(operation), fc.array(operation))
    .map(([first, one, other]) => ({
      first,
      mine: one.reduce(applied, first),
      theirs: other.reduce(applied, first),
    }));

  it("gives the other side where one did nothing", () => {
    fc.assert(
      fc.property(graphDocument, graphDocument, (first, other) => {
        expect(merge3(first, first, other)).toMatchObject({ document: other, conflicts: [] });
        expect(merge3(first, other, first)).toMatchObject({ document: other, conflicts: [] });
        expect(merge3(first, other, other)).toMatchObject({ document: other, conflicts: [] });
      }),
      { numRuns: 200 },
    );
  });

  it("is the union of both where nothing is in conflict and the order of their changes is all one", () => {
    let merged = 0;
    fc.assert(
      fc.property(graphDocument, operation, operation, (first, one, other) => {
        const [mine, theirs] = [applied(first, one), applied(first, other)];
        const [after, before] = [apply(theirs, one), apply(mine, other)];
        fc.pre(apply(first, one).ok && apply(first, other).ok && after.ok && before.ok);
        // The graph inside a node is one setting of it: two edits there are for a person to decide.
        fc.pre(one.op !== "node.inside" || other.op !== "node.inside");
        const [x, y] = [after.ok && after.value, before.ok && before.value];
        fc.pre(x && y ? canonicalJson(x) === canonicalJson(y) : false);
        merged += 1;
        expect(merge3(first, mine, theirs)).toMatchObject({ document: x || first, conflicts: [] });
      }),
      { numRuns: 300 },
    );
    expect(merged).toBeGreaterThan(200);
  });

  it("gives a document that any editor can hold, whatever is chosen", () => {
    fc.assert(
      fc.property(edited, fc.infiniteStream(fc.boolean()), ({ first, mine, theirs }, coins) => {
        const merge = merge3(first, mine, theirs);
        const choices = merge.conflicts.map(
          ({ id }) => [id, coins.next().value ? "mine" : "theirs"] as const,
        );
        for (const document of [merge.document, resolve(merge, Object.fromEntries(choices))]) {
          expect(graphDocumentSchema.safeParse(document).success).toBe(true);
          expect(parseDocument(document)).toEqual({ ok: true, value: document });
          const ends = Object.values(document.edges).flatMap(({ source, target }) => [source, target]);
          expect(ends.filter((id) => !Object.hasOwn(document.nodes, id))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("names each conflict once, and undecided ones keep what is saved", () => {
    fc.assert(
      fc.property(edited, ({ first, mine, theirs }) => {
        const merge = merge3(first, mine, theirs);
        const ids = merge.conflicts.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const all = Object.fromEntries(ids.map((id) => [id, "theirs" as const]));
        expect(resolve(merge, all)).toEqual(merge.document);
      }),
    );
  });
});

function channel(name: string, reducer: "add" | "max" = "add"): Operation {
  return { op: "channel.add", name, channel: { type: "number", reducer } };
}

function move(id: string, x: number): Operation {
  return { op: "node.move", positions: { [id]: { x, y: 0 } } };
}

function retype(id: string, type: string): Operation {
  const edges = Object.entries(base.edges).filter(([, edge]) => [edge.source, edge.target].includes(id));
  return {
    op: "batch",
    operations: [
      { op: "node.remove", id },
      {
        op: "node.add",
        id,
        node: { ...node, title: "A", type },
        position: base.layout.nodes[id] ?? { x: 0, y: 0 },
      },
      ...edges.map(([edgeId, edge]) => ({ op: "edge.add" as const, id: edgeId, edge })),
    ],
  };
}

function grouped(...nodes: string[]): Operation {
  return { op: "group.set", id: "g", group: { title: "G", color: "blue", nodes } };
}

function regroup(title: string): Operation {
  return { op: "group.set", id: "g", group: { title, color: "blue", nodes: ["a", "b"] } };
}

function stick(text: string): Operation {
  return {
    op: "sticky.set",
    id: "s",
    sticky: { text, x: 0, y: 0, width: 9, height: 9, color: "red" },
  };
}

/** Step by step, those that do not apply left out. */
function redone(document: GraphDocument, operation: Operation): GraphDocument {
  return stepsOf(operation).reduce(applied, document);
}
