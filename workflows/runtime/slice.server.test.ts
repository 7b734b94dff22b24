import { GraphDrained, RunControl } from "@langchain/langgraph";
import { describe, expect, it } from "vitest";
import { runBindingKey } from "@/workflows/compile/run-binding";
import type { Stops } from "@/workflows/travel/breakpoint";
import type { CompiledAgent } from "./graph";
import { runSlice } from "./slice.server";
import type { StepChunk } from "./slice-chunks.server";

const binding = {
  runId: "run_1",
  threadId: "thread_1",
  depth: 0,
  emit: () => {},
  visitOf: () => 1,
  doubtsOf: () => 0,
  stored: () => undefined,
  secure: async () => {},
};
const checkpoint = (id: string, step: number, values: object, next: string[] = []) => [
  "checkpoints",
  { config: { configurable: { checkpoint_id: id } }, metadata: { step }, values, next },
];
const task = (...ids: string[]) => ["tasks", { interrupts: ids.map((id) => ({ id, value: {} })) }];

/** Runs a slice over what a graph would stream; a function in the list is called in its place. */
async function slice(
  chunks: (unknown[] | (() => void))[],
  signal = new AbortController().signal,
  stops?: Stops,
) {
  const steps: StepChunk[] = [];
  const asked: unknown[] = [];
  const agent: CompiledAgent = {
    graph: {
      async stream(input, options) {
        asked.push({ input, ...options });
        return (async function* () {
          for (const chunk of chunks) {
            if (typeof chunk === "function") chunk();
            else yield chunk;
          }
        })();
      },
    },
    recursionLimit: 7,
    timeoutMs: 1_000,
    durability: "exit",
    isRecorded: true,
    toState: (input) => input,
    stateAfter: (_before, state) => state,
    editState: () => ({}),
    nameOf: (nodeId) => `${nodeId}~`,
    explain: (error) => new Error("explained", { cause: error }),
    plainState: () => ({}),
    outputOf: () => null,
  };
  const control = new RunControl();
  const configurable = { fence: 3 };
  const outcome = runSlice({
    agent,
    input: { q: 1 },
    binding,
    configurable,
    signal,
    control,
    onStep: (step) => steps.push(step),
    stops,
  });
  return {
    outcome: await outcome.catch((error: unknown) => ({ kind: "threw" as const, error })),
    steps,
    asked,
  };
}
const fail = (error: unknown) => () => {
  throw error;
};

describe("a slice", () => {
  it("finishes with the last state, and tells each step as it is complete", async () => {
    const { outcome, steps } = await slice([
      checkpoint("c0", -1, { q: 1 }, ["a"]),
      checkpoint("c1", 0, { q: 1, r: 2 }, ["b~"]),
      checkpoint("c2", 1, { q: 1, r: 3 }),
    ]);
    expect(outcome).toEqual({ kind: "finished", values: { q: 1, r: 3 } });
    expect(steps.map(({ checkpointId, step, next }) => [checkpointId, step, next])).toEqual([
      ["c0", -1, ["a"]],
      ["c1", 0, ["b"]],
      ["c2", 1, []],
    ]);
  });

  it("tells steps that are not stored, too", async () => {
    const unstored = [
      "checkpoints",
      { config: { configurable: {} }, metadata: { step: 0 }, values: { q: 1 }, next: [] },
    ];
    const { outcome, steps } = await slice([unstored]);
    expect(outcome).toEqual({ kind: "finished", values: { q: 1 } });
    expect(steps).toEqual([{ kind: "step", checkpointId: undefined, step: 0, values: { q: 1 }, next: [] }]);
  });

  it("asks for what it reads, with the run's limits and the caller's keys", async () => {
    const { asked } = await slice([]);
    expect(asked).toMatchObject([
      {
        input: { q: 1 },
        configurable: { fence: 3, thread_id: "thread_1", [runBindingKey]: binding },
        recursionLimit: 7,
        durability: "exit",
        streamMode: ["checkpoints", "tasks"],
      },
    ]);
  });

  it("has no values where the graph had nothing to do", async () => {
    expect((await slice([])).outcome).toEqual({ kind: "finished", values: {} });
  });

  it("waits for every pause, those of one task and of several", async () => {
    const { outcome } = await slice([task("i1"), task(), checkpoint("c1", 0, {}), task("i2", "i3")]);
    expect(outcome).toEqual({ kind: "interrupted", interruptIds: ["i1", "i2", "i3"] });
  });

  it("stops before and after nodes, by the names that LangGraph has for them", async () => {
    const stops = { before: ["b"], after: ["a"] };
    const { outcome, asked } = await slice([checkpoint("c1", 0, {}, ["b~"])], undefined, stops);
    expect(outcome).toEqual({ kind: "stopped", next: ["b"] });
    expect(asked).toMatchObject([{ interruptBefore: ["b~"], interruptAfter: ["a~"] }]);
  });

  it("that may stop anywhere is finished where nothing is left, and waits where somebody is asked", async () => {
    const stops = { before: "*" as const, after: [] };
    const ended = await slice([checkpoint("c1", 0, {})], undefined, stops);
    expect(ended.outcome).toEqual({ kind: "finished", values: {} });
    expect(ended.asked).toMatchObject([{ interruptBefore: "*" }]);
    const waiting = await slice([checkpoint("c1", 0, {}, ["b"]), task("i1")], undefined, stops);
    expect(waiting.outcome).toEqual({ kind: "interrupted", interruptIds: ["i1"] });
  });

  it("passes over what it does not know", async () => {
    const { outcome, steps } = await slice([
      ["custom", 1],
      [],
      ["checkpoints", { odd: true }],
      ["tasks", null],
    ]);
    expect([outcome, steps]).toEqual([{ kind: "finished", values: {} }, []]);
  });

  it("is drained where it was asked to stop, the steps so far told", async () => {
    const { outcome, steps } = await slice([checkpoint("c1", 0, {}), fail(new GraphDrained("deploy"))]);
    expect(outcome).toEqual({ kind: "drained" });
    expect(steps).toHaveLength(1);
  });

  it("throws a failure as the agent explains it", async () => {
    const broken = new TypeError("broken");
    const { outcome } = await slice([checkpoint("c1", 0, {}), fail(broken)]);
    expect(outcome).toMatchObject({ kind: "threw", error: { message: "explained", cause: broken } });
  });

  it("does not take an aborted stream that ended quietly for a finished run", async () => {
    const stop = new AbortController();
    const reason = new Error("stopped by Ada");
    const { outcome } = await slice([checkpoint("c1", 0, {}), () => stop.abort(reason)], stop.signal);
    expect(outcome).toEqual({ kind: "threw", error: reason });
  });
});
