import { describe, expect, it, vi } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import type { CodeCall, CodeSandbox } from "@/workflows/runtime/ports";
import { draw, end, mark, node, start, text, trail } from "./testing/draw";
import { drive } from "./testing/drive";

type Policy = Parameters<typeof node>[2];

/** Start → work (code) → end, with a rescue behind the error port. */
function agentWith(policy: Policy, run: (call: CodeCall, attempt: number) => Promise<string>) {
  let attempt = 0;
  const code: CodeSandbox = {
    run: async (call) => {
      attempt += 1;
      return { value: await run(call, attempt), logs: [{ level: "log", message: `attempt ${attempt}` }] };
    },
  };
  const config = { code: "-", writes: "value", output: "result" };
  const document = draw({
    channels: { trail, result: text },
    nodes: {
      start: start(),
      work: node("code", config, policy, "Work"),
      rescue: mark("rescue"),
      end: end("result"),
    },
    edges: [
      "start > work",
      "work > end",
      ...(policy?.onError === "port" ? ["work.error > rescue", "rescue > end"] : []),
    ],
  });
  return drive(document, { code });
}

const broken = async () => {
  throw new AppError("http_failed", "It is down.");
};
const retry = (maxAttempts: number) => ({ maxAttempts, initialIntervalMs: 0 });

describe("a node's policy", () => {
  it("fails the run with a problem that names the node", async () => {
    const agent = agentWith({}, broken);
    await expect(agent.run()).rejects.toMatchObject({ code: "http_failed", details: { nodeId: "work" } });
    expect(agent.ofType("node.failed")).toMatchObject([
      {
        node: "work",
        data: { attempt: 1, willRetry: false, problem: { code: "http_failed", nodeId: "work" } },
      },
    ]);
  });

  it("tells the reason of an unexpected failure too", async () => {
    const agent = agentWith({}, async () => {
      throw new TypeError("x is not a function");
    });
    await expect(agent.run()).rejects.toMatchObject({
      code: "node_failed",
      message: "“Work” failed: x is not a function",
      cause: expect.any(TypeError),
    });
  });

  it("tries again, and reports each attempt in one span", async () => {
    const agent = agentWith({ retry: retry(3) }, (_, attempt) =>
      attempt < 3 ? broken() : Promise.resolve("fine"),
    );
    expect(await agent.run()).toMatchObject({ result: "fine" });
    expect(agent.ofType("node.failed").map(({ data }) => [data.attempt, data.willRetry])).toEqual([
      [1, true],
      [2, true],
    ]);
    const started = agent.ofType("node.started");
    expect(new Set(started.map(({ data }) => data.spanId))).toEqual(new Set(["work#1"]));
    expect(agent.ofType("log")).toMatchObject([
      { node: "work", visit: 1, data: { level: "info", message: "attempt 3" } },
    ]);
  });

  it("does not try again what would fail the same way", async () => {
    const agent = agentWith({ retry: retry(3) }, async () => {
      throw new AppError("code_failed", "x is not defined");
    });
    await expect(agent.run()).rejects.toMatchObject({ code: "code_failed" });
    expect(agent.ofType("node.failed").map(({ data }) => data.willRetry)).toEqual([false]);
  });

  it("takes the error port after the last attempt", async () => {
    const agent = agentWith({ retry: retry(2), onError: "port" }, broken);
    expect(await agent.run()).toEqual({ trail: ["rescue"] });
    expect(agent.ofType("node.failed").map(({ data }) => data.willRetry)).toEqual([true, false]);
    expect(agent.finished()[0]).toMatchObject({
      node: "work",
      visit: 1,
      data: { spanId: "work#1", port: "error", edgeIds: ["e2"], update: {} },
    });
  });

  describe("what follows the error port", () => {
    const told = '{{ error.node + ": " + error.message + " (" + error.code + ")" }}';
    const failing = node("code", { code: "-", writes: "value", output: "told" }, { onError: "port" }, "Work");
    const code: CodeSandbox = { run: broken };

    it.each([
      ["an expression", "error.message", "It is down."],
      ["a condition", 'error != null && error.code == "http_failed" ? "down" : "other"', "down"],
      ["the node's title", "error.node", "Work"],
    ])("reads why in %s", async (_, value, expected) => {
      const follow = node("set-state", { assignments: [{ channel: "told", value }] });
      const document = draw({
        channels: { told: text },
        nodes: { start: start(), work: failing, follow, end: end("told") },
        edges: ["start > work", "work.error > follow", "follow > end", "work > end"],
      });
      expect(await drive(document, { code }).run()).toEqual({ told: expected });
    });

    it("reads it in a template, and some nodes later, too", async () => {
      const ask = node("human", { message: told, answers: [{ id: "ok", label: "OK" }] }, {}, "Ask");
      const document = draw({
        channels: { trail },
        nodes: {
          start: start(),
          work: { ...failing, config: { code: "-", writes: "value" } },
          between: mark("between"),
          ask,
          end: end(),
        },
        edges: ["start > work", "work.error > between", "between > ask", "ask.ok > end", "work > end"],
      });
      const agent = drive(document, { code });
      await agent.run();
      expect(agent.ofType("node.interrupted")[0]?.data.payload).toMatchObject({
        message: "Work: It is down. (http_failed)",
      });
    });

    it("reads null where nothing has failed, also in the next run of the thread", async () => {
      let down = true;
      const sometimes: CodeSandbox = {
        run: async () => (down ? broken() : { value: "fine", logs: [] }),
      };
      const follow = node("set-state", { assignments: [{ channel: "told", value: "error == null" }] });
      const document = draw({
        channels: { told: { type: "any", reducer: "replace" } },
        nodes: { start: start(), work: failing, follow, end: end("told") },
        edges: ["start > work", "work.error > follow", "work > follow", "follow > end"],
      });
      const agent = drive(document, { code: sometimes });
      expect(await agent.run()).toEqual({ told: false });
      down = false;
      agent.nextRun("run_2");
      expect(await agent.run()).toEqual({ told: true });
    });

    it("reads a channel named error where the agent has one", async () => {
      const document = draw({
        channels: { told: text, error: { ...text, default: "mine" } },
        nodes: {
          start: start(),
          work: failing,
          follow: node("set-state", { assignments: [{ channel: "told", value: "error" }] }),
          end: end("told"),
        },
        edges: ["start > work", "work.error > follow", "work > end", "follow > end"],
      });
      expect(await drive(document, { code }).run()).toMatchObject({ told: "mine" });
    });
  });

  it("leaves by its normal port where nothing failed", async () => {
    const agent = agentWith({ onError: "port" }, async () => "fine");
    expect(await agent.run()).toEqual({ trail: [], result: "fine" });
  });
});

describe("a node's time limit", () => {
  const hang = (call: CodeCall) =>
    new Promise<string>((_, reject) => {
      call.signal.addEventListener("abort", () => reject(new DOMException("Aborted", "AbortError")));
    });

  it("stops the node, aborts its signal and names it", async () => {
    let signal: AbortSignal | undefined;
    const agent = agentWith({ timeoutMs: 200 }, (call) => {
      signal = call.signal;
      return hang(call);
    });
    await expect(agent.run()).rejects.toMatchObject({
      code: "node_timeout",
      message: "“Work” took longer than its 200 ms.",
      details: { nodeId: "work" },
    });
    expect(signal?.aborted).toBe(true);
    expect(agent.ofType("node.failed")).toMatchObject([
      { data: { willRetry: false, problem: { code: "node_timeout" } } },
    ]);
  });

  it("holds for each attempt, and its failure takes the error port", async () => {
    const agent = agentWith({ timeoutMs: 200, retry: retry(2), onError: "port" }, hang);
    expect(await agent.run()).toEqual({ trail: ["rescue"] });
    expect(agent.ofType("node.failed").map(({ data }) => [data.problem.code, data.willRetry])).toEqual([
      ["node_timeout", true],
      ["node_timeout", false],
    ]);
  });

  it("also ends a node that does not look at its signal", async () => {
    const agent = agentWith({ timeoutMs: 20 }, () => new Promise(() => {}));
    await expect(agent.run()).rejects.toMatchObject({ code: "node_timeout" });
  });
});

describe("stopping a run", () => {
  it("ends at once while a node waits for its next attempt, also beside one that has ended", async () => {
    const stop = new AbortController();
    const failed = Promise.withResolvers<void>();
    const code: CodeSandbox = {
      run: async () => {
        failed.resolve();
        throw new AppError("http_failed", "It is busy.", { data: { retryAfterSeconds: 100 } });
      },
    };
    const document = draw({
      channels: { trail, result: text },
      nodes: {
        start: start(),
        work: node("code", { code: "-", writes: "value", output: "result" }, { retry: retry(3) }),
        beside: mark("beside"),
        end: end(),
      },
      edges: ["start > work", "start > beside", "work > end", "beside > end"],
    });
    const agent = drive(document, { code });
    const run = agent.run({}, stop.signal);
    await failed.promise;
    await expect.poll(() => agent.finished().map((event) => event.node)).toContain("beside");
    stop.abort();
    await expect(run).rejects.toThrow(/abort/i);
    expect(agent.ofType("node.failed").map(({ data }) => data.willRetry)).toEqual([true]);
  });

  it("aborts the node's signal and is no failure of the node", async () => {
    const stop = new AbortController();
    const agent = agentWith({ retry: retry(3) }, (call) => {
      stop.abort();
      return new Promise((_, reject) => {
        if (call.signal.aborted) reject(new DOMException("Aborted", "AbortError"));
      });
    });
    await expect(agent.run({}, stop.signal)).rejects.toThrow(/abort/i);
    expect(agent.ofType("node.failed")).toEqual([]);
  });

  it("keeps what was done before, and goes on from there", async () => {
    const stop = new AbortController();
    const slow = vi.fn<CodeSandbox["run"]>(async ({ signal }) => {
      if (slow.mock.calls.length > 1) return { value: "done", logs: [] };
      stop.abort();
      return new Promise<never>((_, reject) => {
        signal.throwIfAborted();
        signal.addEventListener("abort", () => reject(signal.reason));
      });
    });
    const agent = drive(
      draw({
        channels: { trail, result: text },
        nodes: {
          start: start(),
          before: mark("before"),
          work: node("code", { code: "-", writes: "value", output: "result" }),
          end: end(),
        },
        edges: ["start > before", "before > work", "work > end"],
      }),
      { code: { run: slow } },
    );
    await expect(agent.run({}, stop.signal)).rejects.toThrow(/abort/i);
    expect(await agent.goOn()).toEqual({ trail: ["before"], result: "done" });
  });
});
