import { expect, test } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import type { AgentCall, AgentGateway, ChildReport } from "@/workflows/runtime/ports";
import { recordedAgents } from "./recorded-agents.server";
import { Tape } from "./testing/tape";

const used = { tokens: { input: 3, output: 5, cached: 0 }, costMicros: 70, unknownCostCalls: 0 };
const started: ChildReport = {
  type: "child.started",
  data: { runId: "run_9", agentId: "agt_1", agentName: "Helper", version: 2 },
};
const ended = (more: object = {}): ChildReport => ({
  type: "child.ended",
  data: { runId: "run_9", status: "success", output: { a: 1 }, used, ...more },
});

function asking(slug = "helper") {
  const reports: ChildReport[] = [];
  const call: AgentCall = {
    slug,
    given: { message: "Hi" },
    callKey: "ask:1",
    signal: new AbortController().signal,
    depth: 0,
    report: (report) => void reports.push(report),
  };
  return { call, reports };
}

const never: AgentGateway = { call: () => Promise.reject(new Error("An agent was called.")) };

test("the run that was called then is told of again, and cost nothing", async () => {
  const live: AgentGateway = {
    call: async (call) => {
      call.report(started);
      call.report(ended());
      return { runId: "run_9", output: { a: 1 } };
    },
  };
  const tape = new Tape();
  const then = asking();
  const answer = await tape.during(() => recordedAgents(live).call(then.call));
  expect(then.reports).toEqual([started, ended()]);
  const now = asking();
  expect(await tape.replay().during(() => recordedAgents(never).call(now.call))).toEqual(answer);
  const nothing = { tokens: { input: 0, output: 0, cached: 0 }, costMicros: 0, unknownCostCalls: 0 };
  expect(now.reports).toEqual([started, ended({ used: nothing })]);
});

test("a call that failed fails again, with what was told of it", async () => {
  const refused = new AppError("tool_failed", "The called run failed.");
  const live: AgentGateway = {
    call: (call) => {
      call.report(started);
      return Promise.reject(refused);
    },
  };
  const tape = new Tape();
  await expect(tape.during(() => recordedAgents(live).call(asking().call))).rejects.toBe(refused);
  const now = asking();
  await expect(tape.replay().during(() => recordedAgents(never).call(now.call))).rejects.toMatchObject({
    code: "tool_failed",
  });
  expect(now.reports).toEqual([started]);
});

test("a recording that holds the answer alone still gives it", async () => {
  const tape = new Tape();
  const { call } = asking();
  const { slug, version, given, callKey } = call;
  const request = { kind: "agent" as const, target: slug, request: { slug, version, given, callKey } };
  const codec = { write: (value: unknown) => value, read: (json: unknown) => json };
  await tape.visit().call(request, async () => ({ runId: "run_9", output: 1 }), codec);
  expect(await tape.replay().during(() => recordedAgents(never).call(call))).toEqual({
    runId: "run_9",
    output: 1,
  });
});

test("outside of recorded runs it is the agent itself", async () => {
  const live: AgentGateway = { call: async () => ({ runId: "run_1", output: null }) };
  expect(await recordedAgents(live).call(asking().call)).toEqual({ runId: "run_1", output: null });
});
