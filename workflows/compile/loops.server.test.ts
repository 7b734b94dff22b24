import { describe, expect, it } from "vitest";
import { branch, draw, end, mark, start, trail } from "./testing/draw";
import { drive } from "./testing/drive";

const forever = { start: start(), a: mark("a"), b: mark("b"), end: end("trail") };

describe("a loop", () => {
  it("stops at its cap with an error that names the edge, the state so far kept", async () => {
    const agent = drive(
      draw({ channels: { trail }, nodes: forever, edges: ["start > a", "a > b", "b > a x2"] }),
    );
    await expect(agent.run()).rejects.toMatchObject({
      code: "loop_cap_reached",
      message: expect.stringMatching(/from “b” to “a” was taken 2 times/),
      details: { nodeId: "b", edgeId: "e2" },
    });
    expect(await agent.state()).toEqual({ trail: ["a", "b", "a", "b", "a"] });
    expect(agent.ofType("node.failed")).toMatchObject([
      {
        node: "b",
        visit: 3,
        data: { willRetry: false, problem: { code: "loop_cap_reached", edgeId: "e2" } },
      },
    ]);
  });

  it("leaves by the limit port where that leads somewhere", async () => {
    const agent = drive(
      draw({
        channels: { trail },
        nodes: { ...forever, late: mark("late") },
        edges: ["start > a", "a > b", "b > a x2", "b.limit > late", "late > end"],
      }),
    );
    expect(await agent.run()).toEqual({ trail: ["a", "b", "a", "b", "a", "b", "late"] });
    expect(
      agent
        .finished()
        .filter(({ node }) => node === "b")
        .map(({ data }) => data.port),
    ).toEqual(["out", "out", "limit"]);
  });

  it("counts afresh in every run of a thread", async () => {
    const agent = drive(
      draw({
        channels: { trail },
        nodes: { start: start(), a: mark("a"), again: branch({ more: "size(trail) % 3 != 0" }), end: end() },
        edges: ["start > a", "a > again", "again.more > a x2", "again.else > end"],
      }),
    );
    await agent.run();
    agent.nextRun("run_2");
    expect(await agent.run()).toEqual({ trail: Array(6).fill("a") });
  });

  it("does not take its cap for a failure that the error port could catch", async () => {
    const agent = drive(
      draw({
        channels: { trail },
        nodes: { ...forever, b: mark("b", "trail", { onError: "port" }), rescue: mark("rescue") },
        edges: ["start > a", "a > b", "b > a x1", "b.error > rescue", "rescue > end"],
      }),
    );
    await expect(agent.run()).rejects.toMatchObject({ code: "loop_cap_reached" });
  });

  it("without a cap ends at the recursion limit, the loop named and the checkpoint kept", async () => {
    const agent = drive(
      draw({
        channels: { trail },
        nodes: forever,
        edges: ["start > a", "a > b", "b > a"],
        recursionLimit: 5,
      }),
    );
    await expect(agent.run()).rejects.toMatchObject({
      code: "recursion_limit",
      message: expect.stringMatching(/took 5 steps.*“a”, “b”/),
    });
    expect(await agent.state()).toEqual({ trail: ["a", "b", "a", "b", "a"] });
    await expect(agent.goOn()).rejects.toMatchObject({ code: "recursion_limit" });
    expect((await agent.state()).trail).toEqual(expect.arrayContaining(["a", "b"]));
    expect(agent.finished()[5]).toMatchObject({ node: "b", visit: 3 });
  });

  it("is visited with rising numbers", async () => {
    const agent = drive(
      draw({
        channels: { trail },
        nodes: forever,
        edges: ["start > a", "a > b", "b > a x1", "b.limit > end"],
      }),
    );
    await agent.run();
    expect(agent.finished().map(({ node, visit, data }) => [node, visit, data.spanId])).toEqual([
      ["a", 1, "a#1"],
      ["b", 1, "b#1"],
      ["a", 2, "a#2"],
      ["b", 2, "b#2"],
    ]);
  });
});
