import { describe, expect, it } from "vitest";
import type { InterruptAnswer } from "@/workflows/events/interrupt";
import { fakeContext } from "@/workflows/testing/fake-context";
import { settleOutcome } from "./outcome.server";
import { node, text } from "./testing/draw";
import type { Visit } from "./visit.server";

const order = {
  id: "order",
  address: "order",
  name: "order",
  node: node("http", {}, {}, "Order"),
  routes: [],
  deferred: false,
  after: [],
};
const channels = { receipt: text };

/** A visit whose worker was lost so often; what it stores is counted. */
function visitAfter(doubts: number) {
  let stored = 0;
  const binding = {
    runId: "run_1",
    threadId: "thread_1",
    depth: 0,
    emit: () => {},
    visitOf: () => 1,
    doubtsOf: () => doubts,
    stored: () => undefined,
    secure: async () => {
      stored += 1;
    },
  };
  const visit: Visit = {
    binding,
    ns: [],
    place: "order",
    number: 1,
    spanId: "order#1",
    taskId: "t",
    attempt: 1,
    recorder: undefined,
    emit: () => {},
  };
  return { visit, stored: () => stored };
}

async function settle(doubts: number, answer?: InterruptAnswer) {
  const { visit, stored } = visitAfter(doubts);
  const context = fakeContext({ channels, ...(answer && { answer }) });
  const result = await settleOutcome(order, ["receipt"], {}, visit, context);
  return { result, pauses: context.pauses, stored: stored() };
}

describe("a node that must not act twice", () => {
  it("is on record before it acts, and asks nobody while nothing was lost", async () => {
    expect(await settle(0)).toEqual({ result: undefined, pauses: [], stored: 1 });
  });

  it("asks once for every worker that was lost, so that each answer stays with its question", async () => {
    const { pauses } = await settle(2, { answer: "retry" });
    expect(pauses).toHaveLength(2);
    expect(pauses[0]).toMatchObject({ kind: "outcome_unknown", editable: { receipt: null } });
    expect(pauses[0]?.message).toContain("**Order**");
  });

  it.each<[string, InterruptAnswer, unknown]>([
    ["runs when told to", { answer: "retry" }, undefined],
    ["gives way to nothing", { answer: "skip" }, { overwrite: {} }],
    [
      "gives way to what the person found out",
      { answer: "skip", edits: { receipt: "42" } },
      { overwrite: { receipt: "42" } },
    ],
  ])("%s", async (_, answer, expected) => {
    expect((await settle(1, answer)).result).toEqual(expected);
  });

  it.each<[string, InterruptAnswer, string]>([
    ["fails when told to", { answer: "fail" }, "outcome_unknown"],
    ["refuses an answer to another question", { answer: "approve" }, "invalid_input"],
    ["refuses a value that does not fit", { answer: "skip", edits: { receipt: 42 } }, "invalid_input"],
  ])("%s", async (_, answer, code) => {
    await expect(settle(1, answer)).rejects.toMatchObject({ code });
  });
});
