import { GraphRecursionError, NodeTimeoutError } from "@langchain/langgraph";
import { describe, expect, it } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { plan } from "./plan";
import { runError } from "./run-error.server";
import { draw, end, mark, start, trail } from "./testing/draw";
import { drive } from "./testing/drive";

const planned = plan(
  draw({
    channels: { trail },
    nodes: { start: start(), a: mark("Ask"), b: mark("Answer", "trail", { timeoutMs: 5 }), end: end() },
    edges: ["start > a", "a > b", "b > a"],
    recursionLimit: 7,
  }),
  nodeDefinitions,
);
const broken = (title: string) => ({
  ...mark(title),
  config: { assignments: [{ channel: "trail", value: "1 / 0" }] },
});

describe("what a compiled graph throws", () => {
  it("names the loop where the steps ran out", () => {
    expect(runError(new GraphRecursionError("…"), planned)).toMatchObject({
      code: "recursion_limit",
      message: "The run took 7 steps without reaching an end. It loops through “Ask”, “Answer”.",
    });
  });

  it("names the node that took too long", () => {
    const late = new NodeTimeoutError({ node: "b", elapsed: 6, kind: "run", runTimeout: 5 });
    expect(runError(late, planned)).toMatchObject({ code: "node_timeout", details: { nodeId: "b" } });
  });

  it("passes on what is no matter of the graph", () => {
    const problem = new AppError("http_failed", "Down");
    const bug = new TypeError("x");
    expect([problem, bug, "text"].map((error) => runError(error, planned))).toEqual([problem, bug, "text"]);
    expect(runError(new AggregateError([problem, bug]), planned)).toBe(problem);
  });

  it("is one problem when two nodes fail in the same step, and both are reported", async () => {
    const agent = drive(
      draw({
        channels: { trail },
        nodes: { start: start(), a: broken("A"), b: broken("B"), end: end() },
        edges: ["start > a", "start > b", "a > end", "b > end"],
      }),
    );
    await expect(agent.run()).rejects.toMatchObject({ code: "expression_failed", details: { nodeId: "a" } });
    expect(agent.ofType("node.failed").map((event) => event.node)).toEqual(["a", "b"]);
  });
});
