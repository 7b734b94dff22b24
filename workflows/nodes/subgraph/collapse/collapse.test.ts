import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  branch,
  count,
  draw,
  end,
  mark,
  node,
  start,
  subgraph,
  text,
  trail,
} from "@/workflows/compile/testing/draw";
import { drive } from "@/workflows/compile/testing/drive";
import { anyGraph, withoutChoices, withoutLoops } from "@/workflows/compile/testing/random-graph";
import { apply } from "@/workflows/graph/apply";
import type { GraphDocument } from "@/workflows/graph/document";
import { isError } from "@/workflows/graph/issue";
import { own } from "@/workflows/graph/record";
import { validate } from "@/workflows/graph/validate/validate";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { runInPieces } from "@/workflows/runtime/testing/in-pieces";
import { ofTemplates } from "@/workflows/runtime/testing/stories";

import { collapse } from "./collapse";
import { expand } from "./expand";

function collapsed(document: GraphDocument, ids: readonly string[]) {
  const result = collapse(document, ids, nodeDefinitions);
  if (!result.ok) return undefined;
  const after = apply(document, result.value.operation);
  if (!after.ok) throw new Error(after.problem.message);
  return { document: after.value, nodeId: result.value.nodeId };
}

function expanded(document: GraphDocument, nodeId: string): GraphDocument {
  const result = expand(document, nodeId, nodeDefinitions);
  if (!result.ok) throw new Error(result.problem.message);
  const after = apply(document, result.value.operation);
  if (!after.ok) throw new Error(after.problem.message);
  return after.value;
}

/** What a graph is, whatever its edges are called and wherever things stand. */
function shape({ channels, nodes, edges, settings, pins }: GraphDocument) {
  const ways = Object.values(edges).map((edge) => JSON.stringify(edge, Object.keys(edge).sort()));
  return { channels, nodes, settings, pins, edges: ways.toSorted() };
}

const innerIds = (document: GraphDocument) =>
  Object.keys(document.nodes).filter((id) => !["start", "end"].includes(id));
const errors = (document: GraphDocument) => validate(document, nodeDefinitions).filter(isError);

/** Graphs drawn by chance with nodes of theirs that can be collapsed. */
const picked = fc
  .sample(
    fc
      .oneof(anyGraph, withoutLoops, withoutChoices)
      .chain((document) =>
        fc.subarray(innerIds(document), { minLength: 1 }).map((ids) => ({ document, ids })),
      ),
    { numRuns: 4_000, seed: 7 },
  )
  .flatMap(({ document, ids }) => {
    const after = collapsed(document, ids);
    return after ? [{ document, after }] : [];
  });

describe("nodes of any graph, collapsed", () => {
  it("come out again as they went in, and leave no errors", () => {
    expect(picked.length).toBeGreaterThan(50);
    for (const { document, after } of picked) {
      expect(shape(expanded(after.document, after.nodeId))).toEqual(shape(document));
      expect(errors(after.document)).toEqual(errors(document));
    }
  });

  it("do what they did", async () => {
    const outcome = (of: GraphDocument) =>
      drive(of)
        .run()
        .catch((error: unknown) => String(error).split(":")[0]);
    for (const { document, after } of picked.slice(0, 80)) {
      expect(await outcome(after.document)).toEqual(await outcome(document));
    }
  });
});

function subsetsOf([first, ...rest]: string[]): string[][] {
  if (first === undefined) return [[]];
  const others = subsetsOf(rest);
  return [...others, ...others.map((set) => [first, ...set])];
}

describe.each(ofTemplates.filter(([, { document }]) => innerIds(document).length > 0))(
  "nodes of %s, collapsed",
  (_, story) => {
    const { document } = story;
    const subsets = subsetsOf(innerIds(document));
    const allowed = subsets.flatMap((ids) => {
      const after = collapsed(document, ids);
      return after ? [{ ids, after }] : [];
    });

    it("come to the same end with the same answers, and out again as they went in", async () => {
      expect(allowed.length).toBeGreaterThan(0);
      const { state } = await runInPieces(story, { kind: "never" });
      for (const { after } of allowed) {
        const run = await runInPieces({ ...story, document: after.document }, { kind: "never" });
        const kept = Object.entries(state).filter(([name]) => own(after.document.channels, name));
        expect(withoutIds(run.state)).toEqual(withoutIds(Object.fromEntries(kept)));
        expect(shape(expanded(after.document, after.nodeId))).toEqual(shape(document));
      }
    });
  },
);

/** Ids of messages are drawn by lot in every run. */
function withoutIds(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, item: unknown) => (key === "id" ? undefined : item)));
}

const set = (channel: string, value: string) => node("set-state", { assignments: [{ channel, value }] });
const line = draw({
  channels: { given: text, between: text, result: text, total: count },
  nodes: {
    start: start("given"),
    a: set("between", "given + given"),
    b: set("result", 'between + "!"'),
    c: set("total", "1.0"),
    end: end("result"),
  },
  edges: ["start > a", "a > b", "b > c", "c > end"],
});
const refusal = (document: GraphDocument, ids: string[]) => {
  const result = collapse(document, ids, nodeDefinitions);
  return result.ok ? undefined : result.problem.message;
};

describe("channels of what is collapsed", () => {
  it("go inside where only these nodes use them, and nothing stays in them from visit to visit", () => {
    const { document, nodeId } = collapsed(line, ["a", "b", "c"]) ?? {};
    expect(Object.keys(document?.channels ?? {})).toEqual(["given", "result", "total"]);
    const config = document?.nodes[nodeId ?? ""]?.config;
    expect(config?.inputs).toEqual(["given", "result", "total"].map((name) => ({ from: name, to: name })));
    expect(config?.outputs).toEqual(["result", "total"].map((name) => ({ from: name, to: name })));
  });

  it("get another name where theirs is taken when the nodes come out", () => {
    const { document = line, nodeId = "" } = collapsed(line, ["a", "b"]) ?? {};
    const taken = { ...document, channels: { ...document.channels, between: count } };
    expect(expanded(taken, nodeId).nodes.b?.config).toEqual({
      assignments: [{ channel: "result", value: 'between_2 + "!"' }],
    });
  });
});

describe("nodes that cannot be collapsed", () => {
  it.each<[string, string[], string[], RegExp]>([
    ["nothing", ["start > a", "a > end"], [], /^Select the nodes/],
    ["a Start", ["start > a", "a > end"], ["start", "a"], /^“Start” belongs to this graph/],
    [
      "two ways in",
      ["start > p", "p.yes > a", "p.else > b", "a > b", "b > end"],
      ["a", "b"],
      /in several places: “a” and “b”/,
    ],
    [
      "two ways on",
      ["start > p", "p.yes > a", "p.else > b", "a > end", "b > end"],
      ["p"],
      /for different places: “a” and “b”/,
    ],
    ["an end of its own", ["start > a", "a > p", "p.yes > end"], ["p"], /^A path ends at “branch”/],
    ["what nothing leads to", ["start > end", "a > end"], ["a"], /^Nothing leads to the selection/],
    ["what leads nowhere", ["start > a", "start > end"], ["a"], /^Nothing leads on/],
    [
      "a parallel writer",
      ["start > a", "start > b", "a > end", "b > end"],
      ["a"],
      /^“b” runs at the same time and uses “trail” too/,
    ],
    [
      "a port both ways",
      ["start > a", "a > b", "a > c", "b > c", "c > end"],
      ["a", "b"],
      /leads both on inside and out/,
    ],
    [
      "a counted loop within a loop",
      ["start > a", "a > p", "p.yes > a x2", "p.limit > b", "p.else > b", "b > a", "b > end"],
      ["a", "p"],
      /leads to several nodes at once|counts over the whole run/,
    ],
    [
      "a counted way out",
      ["start > a", "a > b x2", "a.limit > b", "b > end"],
      ["a"],
      /has a cap, which would count anew/,
    ],
  ])("say why: %s", (_, edges, ids, message) => {
    const nodes = {
      start: start(),
      a: mark("a"),
      b: mark("b"),
      c: mark("c"),
      p: branch({ yes: "size(trail) > 1" }),
      end: end("trail"),
    };
    const used = Object.entries(nodes).filter(([id]) =>
      edges.some((edge) => edge.split(/[ .]/).includes(id)),
    );
    expect(refusal(draw({ channels: { trail }, nodes: Object.fromEntries(used), edges }), ids)).toMatch(
      message,
    );
  });
});

describe("a subgraph that cannot be expanded", () => {
  const inner = {
    channels: { x: text, y: trail },
    nodes: { start: start("x"), a: set("x", '"new"'), b: mark("b", "y"), end: end() },
    edges: ["start > a", "a > b", "b > end"],
  };
  const around = (sub: ReturnType<typeof subgraph>) =>
    draw({
      channels: { x: text, z: trail },
      nodes: { start: start("x"), sub, end: end("x") },
      edges: ["start > sub", "sub > end"],
    });

  it.each<[string, ReturnType<typeof subgraph>, RegExp]>([
    ["an error port", subgraph(inner, ["x"], ["x", "y > z"], { onError: "port" }), /Remove them first/],
    ["a channel that must not change", subgraph(inner, ["x"], ["y > z"]), /“x” out here is not to change/],
    [
      "a list that begins afresh",
      subgraph(inner, ["x"], ["x", "y > z"]),
      /“y” begins afresh at each visit; “z”/,
    ],
    ["a list of its own", subgraph(inner, ["x"], ["x"]), /“y” begins afresh at each visit of the subgraph/],
    [
      "different channels in and out",
      subgraph(inner, ["x"], ["x > z"]),
      /goes in and out by different channels/,
    ],
  ])("says why: %s", (_, sub, message) => {
    const result = expand(around(sub), "sub", nodeDefinitions);
    expect(result.ok ? "" : result.problem.message).toMatch(message);
  });
});
