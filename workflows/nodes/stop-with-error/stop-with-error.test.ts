import { describe, expect, it } from "vitest";
import { draw, end, mark, node, start, text, trail } from "@/workflows/compile/testing/draw";
import { drive } from "@/workflows/compile/testing/drive";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { stopWithErrorConfig } from "./definition";

nodeContract("stop-with-error");

describe("stop with error", () => {
  it.each([
    ["order_unknown", { ownCode: "order_unknown" }],
    [undefined, {}],
  ])("throws its message, filled in, with its code: %s", async (code, details) => {
    const config = { message: "There is no order {{ id }}.", ...(code && { code }) };
    await expect(runNode("stop-with-error", config, { id: 7 })).rejects.toMatchObject({
      code: "stopped",
      message: "There is no order 7.",
      details,
    });
  });

  it.each(["1st", "with space", "a-b", "x".repeat(41), ""])("refuses the code “%s”", (code) => {
    expect(stopWithErrorConfig.safeParse({ message: "No.", code }).success).toBe(false);
  });

  it("wants a message", () => {
    expect(issuesOf("stop-with-error", { message: "  " })).toEqual([
      expect.stringMatching(/^message: Say why the run stops/),
    ]);
  });
});

describe("a run that is stopped", () => {
  const stopping = (policy: object) =>
    drive(
      draw({
        channels: { trail, why: text },
        nodes: {
          start: start(),
          stop: node("stop-with-error", { message: "Enough.", code: "enough" }, policy, "Stop"),
          tell: node("set-state", { assignments: [{ channel: "why", value: "error.code" }] }),
          after: mark("after"),
          end: end("why"),
        },
        edges:
          "onError" in policy
            ? ["start > stop", "stop.error > tell", "tell > end"]
            : ["start > stop", "start > after", "after > end"],
      }),
    );

  it("fails with the code and the message, once, whatever its policy says of attempts", async () => {
    const run = stopping({ retry: { maxAttempts: 3, initialIntervalMs: 0 } });
    await expect(run.run()).rejects.toMatchObject({ code: "stopped", message: "Enough." });
    expect(run.ofType("node.failed").map(({ data }) => data)).toMatchObject([
      { attempt: 1, willRetry: false, problem: { code: "enough", message: "Enough.", nodeId: "stop" } },
    ]);
  });

  it("tells its code to the nodes behind its error port", async () => {
    const run = stopping({ onError: "port" });
    await run.run();
    expect(await run.output()).toEqual({ why: "enough" });
  });
});
