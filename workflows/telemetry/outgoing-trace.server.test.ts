import { expect, it, test } from "vitest";
import { type CurrentRun, duringRun, duringSpan } from "./current-span.server";
import { runSpanIdOf, spanIdOf } from "./ids";
import { outgoingOf, traceHeaders, withTraceHeaders } from "./outgoing-trace.server";
import { readTraceContext } from "./trace-context";

const caller = { traceId: "0af7651916cd43dd8448eb211c80319c", parentSpanId: "b7ad6b7169203331" };
const run = (outgoing: CurrentRun["outgoing"]): CurrentRun => ({
  runId: "run_1",
  threadId: "thr_1",
  workspaceId: "wsp_1",
  agentId: "agt_1",
  traceId: caller.traceId,
  outgoing,
});
const all = { share: 1 };
const none = { share: 0 };

test.each([
  ["a run that is sent", null, [all], { sampled: true }],
  ["one that falls outside the share", null, [none], { sampled: false }],
  ["one that one of two is sent", null, [none, all], { sampled: true }],
  [
    "a caller that does not record",
    { ...caller, sampled: false, state: "a=1" },
    [all],
    { sampled: false, state: "a=1" },
  ],
  ["a called agent", caller, [all], { sampled: true }],
  ["nobody to send to", null, [], null],
  ["a called agent, and nobody to send to", caller, [], null],
  [
    "a caller's trace, and nobody to send to",
    { ...caller, sampled: true, state: "a=1" },
    [],
    { sampled: true, state: "a=1", passOn: caller.parentSpanId },
  ],
])("%s", (_name, trace, listeners, outgoing) => {
  expect(outgoingOf("run_1", trace, listeners)).toEqual(outgoing);
});

it("names the span that makes the call", async () => {
  const found: Record<string, unknown> = {};
  await duringRun(run({ sampled: true, state: "a=1" }), async () => {
    found.run = traceHeaders();
    await duringSpan("a#1", async () => {
      await Promise.resolve();
      found.node = traceHeaders();
      duringSpan("t1", () => {
        found.tool = traceHeaders();
      });
      duringSpan(undefined, () => {
        found.same = traceHeaders();
      });
    });
  });
  const parentOf = (name: string) => readTraceContext(Object(found[name]).traceparent)?.parentSpanId;
  expect(found.run).toMatchObject({ tracestate: "a=1" });
  expect(parentOf("run")).toBe(runSpanIdOf("run_1"));
  expect(parentOf("node")).toBe(spanIdOf("run_1", "a#1"));
  expect(parentOf("tool")).toBe(spanIdOf("run_1", "t1"));
  expect(found.same).toEqual(found.node);
});

it("hands a caller's span on where ours is told nobody", () => {
  const told = duringRun(run({ sampled: true, passOn: caller.parentSpanId }), traceHeaders);
  expect(told).toEqual({ traceparent: `00-${caller.traceId}-${caller.parentSpanId}-01` });
});

it("says nothing outside of runs, and nothing where nothing is to be said", () => {
  expect(traceHeaders()).toEqual({});
  expect(duringSpan("a#1", traceHeaders)).toEqual({});
  expect(duringRun(run(null), traceHeaders)).toEqual({});
});

it("leaves what a call says itself", () => {
  const own = { TraceParent: "mine" };
  expect(duringRun(run({ sampled: true }), () => withTraceHeaders(own))).toEqual(own);
  const told = duringRun(run({ sampled: true }), () => withTraceHeaders({ accept: "*/*" }));
  expect(Object.keys(told)).toEqual(["accept", "traceparent"]);
});
