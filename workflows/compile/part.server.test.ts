import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAppError } from "@/workflows/errors/app-error";
import { adjacencyOf } from "@/workflows/graph/analysis/adjacency";
import { reachableFrom } from "@/workflows/graph/analysis/reachability";
import { apply } from "@/workflows/graph/apply";
import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { type PlanOptions, plan } from "./plan";
import { branch, count, draw, end, mark, node, start, text, trail } from "./testing/draw";
import { drive } from "./testing/drive";
import { anyGraph } from "./testing/random-graph";

/** a, then b and c side by side, which meet in d; then e, and back to d at most twice. */
const graph = draw({
  channels: { q: text, trail, sum: { ...count, default: 1 } },
  nodes: {
    start: start("q"),
    a: mark("a"),
    b: mark("b"),
    c: mark("c"),
    d: mark("d"),
    e: branch({ back: "size(trail) < 9" }),
    end: end("trail"),
  },
  edges: [
    "start > a",
    "a > b",
    "a > c",
    "b > d",
    "c > d",
    "d > e",
    "e.back > d x2",
    "e.else > end",
    "e.limit > end",
  ],
});

/** Runs a part of the graph; who ran, in order. */
async function ran(options: PlanOptions, input: JsonObject = {}, document = graph) {
  const run = drive(document, {}, options);
  await run.run(input);
  return {
    visits: run.finished().map((event) => event.node),
    edges: run.finished().flatMap(({ data }) => data.edgeIds),
    run,
  };
}

describe("a run until a node", () => {
  it("runs only what leads there, and ends after it with what it wrote", async () => {
    const { visits, edges, run } = await ran({ until: "c" }, { q: "?" });
    expect(visits).toEqual(["a", "c"]);
    expect(edges).toEqual(["e2"]);
    expect(await run.output()).toEqual({ trail: ["a", "c"] });
  });

  it("waits for all branches at a join, and takes no way back", async () => {
    const { visits } = await ran({ until: "d" }, { q: "?" });
    expect(visits).toHaveLength(4);
    expect(new Set(visits.slice(0, 3))).toEqual(new Set(["a", "b", "c"]));
    expect(visits.at(-1)).toBe("d");
  });

  it("goes round a loop that leads there", async () => {
    expect((await ran({ until: "e" }, { q: "?" })).visits).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("asks for Start's input", async () => {
    await expect(ran({ until: "a" })).rejects.toMatchObject({ details: { channel: "q" } });
  });
});

describe("a run from a node", () => {
  it("begins there with the values given; a join waits only for branches that run", async () => {
    const { visits, run } = await ran({ from: "b" }, { trail: ["x", "a", "c"], q: "given" });
    expect(visits).toEqual(["b", "d", "e", "d", "e", "d", "e"]);
    expect(await run.state()).toMatchObject({
      q: "given",
      trail: ["x", "a", "c", "b", "d", "d", "d"],
      sum: 1,
    });
    expect(await run.output()).toEqual({ trail: ["x", "a", "c", "b", "d", "d", "d"] });
  });

  it("puts values in place of defaults, and does not combine them", async () => {
    const { run } = await ran({ from: "e" }, { sum: 5, trail: [1, 2, 3, 4, 5, 6, 7, 8, 9] });
    expect(await run.state()).toMatchObject({ sum: 5, trail: [1, 2, 3, 4, 5, 6, 7, 8, 9] });
  });

  it.each([
    [{ trail: "one" }, /needs a list, got a text/, "from.values.trail"],
    [{ q: 7 }, /needs a text, got 7/, "from.values.q"],
    [{ nope: 7 }, /no channel named “nope”/, "from.values.nope"],
  ])("refuses %j", async (values, message, field) => {
    await expect(ran({ from: "b" }, values)).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringMatching(message),
      details: { field },
    });
  });

  it("takes messages as plain data", async () => {
    const document = draw({
      channels: { talk: { type: "messages", reducer: "messages" }, size: text },
      nodes: {
        start: start("talk"),
        look: node("set-state", { assignments: [{ channel: "size", value: "string(size(talk))" }] }),
        end: end("size"),
      },
      edges: ["start > look", "look > end"],
    });
    const talk = [
      { role: "user", content: "Hi" },
      { role: "assistant", content: "Hello" },
    ];
    expect(await (await ran({ from: "look" }, { talk }, document)).run.output()).toEqual({ size: "2" });
  });
});

describe("one node", () => {
  it("runs once, also inside a loop", async () => {
    const { visits, edges } = await ran({ from: "d", until: "d" }, { trail: [] });
    expect(visits).toEqual(["d"]);
    expect(edges).toEqual([]);
  });

  it("may stand in a graph that is not finished elsewhere", async () => {
    const result = apply(graph, { op: "node.configure", id: "a", set: {}, unset: ["assignments"] });
    const broken = result.ok ? result.value : graph;
    expect((await ran({ from: "d", until: "e" }, { trail: [] }, broken)).visits).toEqual(["d", "e"]);
    await expect(ran({ until: "d" }, { q: "?" }, broken)).rejects.toMatchObject({ code: "graph_invalid" });
  });

  it("is left by its pin in a run with pins", async () => {
    const pinned = { ...graph, pins: { d: { port: "out", update: { trail: ["pinned"] } } } };
    const { run } = await ran({ from: "d", until: "d", pins: true }, { trail: ["given"] }, pinned);
    expect(await run.output()).toEqual({ trail: ["given", "pinned"] });
  });
});

it.each([
  [{ from: "nope" }, /not in the graph/],
  [{ until: "start" }, /choose a node between/],
  [{ from: "end" }, /choose a node between/],
  [{ from: "d", until: "b" }, /comes to “b”/],
])("%j is refused", (options, message) => {
  const making = () => plan(graph, nodeDefinitions, options);
  expect(making).toThrow(message);
  expect(making).toThrow(expect.objectContaining({ code: "invalid_input" }));
});

describe("any graph", () => {
  const ids = fc.constantFrom("a", "b", "c", "d", "e", "f");

  it("can be run from and until any node, with the nodes between and no others", () => {
    fc.assert(
      fc.property(anyGraph, fc.option(ids), fc.option(ids), (document, from, until) => {
        const begin = from ?? "start";
        const expected = between(document, begin, until);
        const options = { ...(from && { from }), ...(until && { until }) };
        const isPossible = until === null || expected.has(until);
        const planned = planOrRefusal(document, options);
        expect(planned.refusal?.includes("comes to") ?? true).toBe(true);
        expect(planned.refusal === undefined).toBe(isPossible);
        expect(new Set(planned.nodes.map(({ id }) => id))).toEqual(isPossible ? expected : new Set());
        for (const { id, routes } of planned.nodes) {
          const targets = routes.flatMap(({ edges }) => edges.map(({ target }) => target));
          const onward = targets.filter((target) => target !== "__end__");
          expect([...expected]).toEqual(expect.arrayContaining(id === until ? [] : onward));
          expect(id === until ? onward : []).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("ends, and runs nothing after the last node", async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, ids, ids, async (document, from, until) => {
        fc.pre(between(document, from, until).has(until));
        const run = drive(document, {}, { from, until });
        await run.run({ trail: [] });
        expect((await run.graph.getState(run.config())).next).toEqual([]);
        const visits = run.finished().map((event) => event.node ?? "");
        expect([...between(document, from, until)]).toEqual(expect.arrayContaining(visits));
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

function planOrRefusal(document: GraphDocument, options: PlanOptions) {
  try {
    return { nodes: plan(document, nodeDefinitions, options).nodes, refusal: undefined };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { nodes: [], refusal: error.message };
  }
}

/** Worked out in another way than the plan: a node is between where a path to it and one on from it avoid the last. */
function between(document: GraphDocument, from: string, until: string | null): Set<string> {
  const edges = Object.entries(document.edges).filter(([, edge]) => edge.source !== until);
  const forward = adjacencyOf({ nodes: document.nodes, edges: Object.fromEntries(edges) });
  const reached = [...reachableFrom(forward, [from])];
  const wanted = reached.filter((id) => until === null || reachableFrom(forward, [id]).has(until));
  return new Set(wanted.filter((id) => id !== "start" && id !== "end"));
}
