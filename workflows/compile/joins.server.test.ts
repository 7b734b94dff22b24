import { describe, expect, it } from "vitest";
import type { Node } from "@/workflows/graph/node";
import { branch, draw, end, mark, node, start, trail } from "./testing/draw";
import { drive } from "./testing/drive";

const marks = (names: string) => Object.fromEntries(names.split(" ").map((name) => [name, mark(name)]));

function graph(nodes: Record<string, Node>, edges: string[]) {
  return drive(
    draw({
      channels: { trail, pick: { type: "string", reducer: "replace", default: "x" } },
      nodes: { start: start(), ...nodes, end: end("trail") },
      edges,
    }),
  );
}

async function trailOf(agent: ReturnType<typeof graph>): Promise<unknown> {
  return (await agent.run()).trail;
}

describe("parallel branches", () => {
  it("run in the same superstep", async () => {
    const agent = graph(marks("a b c"), [
      "start > a",
      "start > b",
      "start > c",
      "a > end",
      "b > end",
      "c > end",
    ]);
    const steps: string[][] = [];
    for await (const chunk of await agent.graph.stream(
      {},
      { ...agent.config(), streamMode: "checkpoints" },
    )) {
      if (chunk.next.length > 0) steps.push([...chunk.next].sort());
    }
    expect(steps).toContainEqual(["a", "b", "c"]);
  });

  it("of different length are joined by a barrier that waits for each once", async () => {
    const agent = graph(marks("a b c join"), [
      "start > a",
      "start > b",
      "b > c",
      "a > join",
      "c > join",
      "join > end",
    ]);
    expect(agent.plan.joins).toEqual([{ sources: ["a", "c"], target: "join" }]);
    expect(agent.plan.nodes.filter((planNode) => planNode.deferred)).toEqual([]);
    expect(await trailOf(agent)).toEqual(["a", "b", "c", "join"]);
  });

  it("are joined with one that goes straight there", async () => {
    const agent = graph(marks("a b join"), ["start > a", "a > b", "b > join", "start > join", "join > end"]);
    expect(agent.plan.joins).toEqual([{ sources: ["b"], target: "join" }]);
    expect(await trailOf(agent)).toEqual(["a", "b", "join"]);
  });

  it("are joined in two stages", async () => {
    const agent = graph(marks("a b c inner outer"), [
      "start > a",
      "start > b",
      "start > c",
      "a > inner",
      "b > inner",
      "inner > outer",
      "c > outer",
      "outer > end",
    ]);
    expect(agent.plan.joins).toEqual([
      { sources: ["a", "b"], target: "inner" },
      { sources: ["c", "inner"], target: "outer" },
    ]);
    expect(await trailOf(agent)).toEqual(["a", "b", "c", "inner", "outer"]);
  });

  it("one of which may end early are joined by waiting until nothing else runs", async () => {
    const nodes = { ...marks("a b c join"), check: branch({ go: 'pick == "go"' }) };
    const edges = [
      "start > a",
      "start > check",
      "check.go > b",
      "b > c",
      "c > join",
      "a > join",
      "join > end",
    ];
    const stops = graph(nodes, edges);
    expect(stops.plan.joins).toEqual([]);
    expect(stops.plan.nodes.filter((planNode) => planNode.deferred).map(({ id }) => id)).toEqual(["join"]);
    expect(await trailOf(stops)).toEqual(["a", "join"]);
    const goes = graph(
      {
        ...nodes,
        a: node("set-state", { assignments: [{ channel: "pick", value: '"go"' }] }),
        first: mark("first"),
      },
      ["start > a", "a > check", "a > first", ...edges.slice(2, 5), "first > join", "join > end"],
    );
    expect(await trailOf(goes)).toEqual(["first", "b", "c", "join"]);
  });

  it("one of which chooses between two ways are joined once", async () => {
    const agent = graph({ ...marks("a b c join"), check: branch({ left: "false" }) }, [
      "start > check",
      "start > c",
      "check.left > a",
      "check.else > b",
      "a > join",
      "b > join",
      "c > join",
      "join > end",
    ]);
    expect(await trailOf(agent)).toEqual(["c", "b", "join"]);
  });

  it("inside a loop are joined again in every round", async () => {
    const agent = graph(
      { ...marks("a b c join"), again: branch({ more: "size(trail) < 8" }), head: mark("head") },
      [
        "start > head",
        "head > a",
        "head > b",
        "b > c",
        "a > join",
        "c > join",
        "join > again",
        "again.more > head",
        "again.else > end",
      ],
    );
    expect(agent.plan.joins).toEqual([{ sources: ["a", "c"], target: "join" }]);
    expect(await trailOf(agent)).toEqual(["head", "a", "b", "c", "join", "head", "a", "b", "c", "join"]);
  });

  it("one of which is repeated alone from behind the join do not wait for the other again", async () => {
    const agent = graph({ ...marks("a b join"), again: branch({ more: "size(trail) < 5" }) }, [
      "start > a",
      "start > b",
      "a > join",
      "b > join",
      "join > again",
      "again.more > a",
      "again.else > end",
    ]);
    expect(await trailOf(agent)).toEqual(["a", "b", "join", "a", "join"]);
  });

  it("do not wait for a branch that failed to its error port", async () => {
    const nodes = {
      ...marks("b join rescue"),
      a: node("set-state", { assignments: [{ channel: "trail", value: "1/0" }] }, { onError: "port" }),
    };
    const agent = graph(nodes, [
      "start > a",
      "start > b",
      "a > join",
      "b > join",
      "a.error > rescue",
      "join > end",
      "rescue > end",
    ]);
    expect(await trailOf(agent)).toEqual(["b", "rescue", "join"]);
  });
});

describe("joins that wait for one another", () => {
  const nodes = {
    ...marks("a near far last"),
    left: branch({ go: "true" }),
    right: branch({ go: "true" }),
  };
  const toNear = ["start > left", "start > a", "left.go > near", "a > near", "left.else > end"];
  const toFar = ["start > right", "right.go > far", "right.else > end", "near > far"];

  it("run once each, the nearer first, although LangGraph releases them together", async () => {
    const agent = graph(nodes, [...toNear, ...toFar, "far > last", "last > end"]);
    expect(agent.plan.nodes.filter(({ deferred }) => deferred).map(({ id, after }) => [id, after])).toEqual([
      ["far", ["near"]],
      ["near", []],
    ]);
    expect(await trailOf(agent)).toEqual(["a", "near", "far", "last"]);
    expect(agent.ofType("node.started").filter((event) => event.node === "far")).toHaveLength(1);
  });

  it("wait as well for one that Start leads to directly", async () => {
    const agent = graph(nodes, [
      "start > near",
      ...toNear.slice(0, 1),
      "left.go > near",
      "left.else > end",
      ...toFar,
      "far > last",
      "last > end",
    ]);
    expect(await trailOf(agent)).toEqual(["near", "far", "last"]);
  });

  it("wait in every run of a thread", async () => {
    const agent = graph(nodes, [...toNear, ...toFar, "far > last", "last > end"]);
    await agent.run();
    agent.nextRun("run_2");
    expect((await agent.run()).trail).toEqual(["a", "near", "far", "last", "a", "near", "far", "last"]);
  });

  it("go on where the nearer one takes another way", async () => {
    const turning = { ...nodes, near: branch({ away: "true" }) };
    const edges = [
      ...toNear,
      ...toFar.slice(0, 3),
      "near.else > far",
      "near.away > end",
      "far > last",
      "last > end",
    ];
    expect(await trailOf(graph(turning, edges))).toEqual(["a", "far", "last"]);
  });
});

describe("no join", () => {
  it("of alternatives: each arrival runs the node at once", async () => {
    const agent = graph({ ...marks("a b c"), check: branch({ left: "true" }) }, [
      "start > check",
      "check.left > a",
      "check.else > b",
      "a > c",
      "b > c",
      "c > end",
    ]);
    expect(agent.plan).toMatchObject({ joins: [] });
    expect(agent.plan.nodes.some((planNode) => planNode.deferred)).toBe(false);
    expect(await trailOf(agent)).toEqual(["a", "c"]);
  });

  it("of a loop's way back", async () => {
    const agent = graph({ ...marks("a"), again: branch({ more: "size(trail) < 3" }) }, [
      "start > a",
      "a > again",
      "again.more > a",
      "again.else > end",
    ]);
    expect(agent.plan).toMatchObject({ joins: [] });
    expect(agent.plan.nodes.some((planNode) => planNode.deferred)).toBe(false);
    expect(await trailOf(agent)).toEqual(["a", "a", "a"]);
  });
});
