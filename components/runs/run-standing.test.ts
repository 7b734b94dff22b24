import { describe, expect, it } from "vitest";
import { emptyView } from "@/workflows/events/project";
import type { InterruptView } from "@/workflows/events/run-view";
import { runStanding, type Standing, standingOf } from "./run-standing";

const at = "2026-05-01T10:00:00.000Z";
const standing = (more: Partial<Standing>): Standing => ({
  status: "pending",
  held: null,
  runAfter: null,
  waitsFor: null,
  ...more,
});
const waiting = (more: Partial<NonNullable<Standing["waitsFor"]>>) =>
  standing({ status: "interrupted", waitsFor: { people: 0, until: null, runId: null, events: 0, ...more } });

describe("how a run stands", () => {
  it.each<[string, Standing, string, string | undefined]>([
    ["in the queue", standing({}), "neutral Queued", undefined],
    ["at a time", standing({ held: "time", runAfter: at }), "neutral Scheduled", "Starts"],
    [
      "behind others of its conversation",
      standing({ held: "thread" }),
      "neutral In line",
      "After its conversation",
    ],
    ["at a limit", standing({ held: "limit" }), "neutral Held", "Until a limit allows it"],
    [
      "stopped while it was held",
      standing({ status: "cancelled", held: "limit" }),
      "neutral Stopped",
      undefined,
    ],
    ["asks a person", waiting({ people: 1, until: at, runId: "run_2" }), "waiting Waiting", "For a person"],
    ["asks several", waiting({ people: 3 }), "waiting Waiting", "For 3 answers"],
    ["waits for a time", waiting({ until: at }), "running Waiting", "Goes on"],
    ["waits for a run", waiting({ runId: "run_2" }), "running Waiting", "For a called run"],
    ["waits for an event", waiting({ events: 1 }), "running Waiting", "For another system"],
    ["waits, and nobody knows for what", waiting({}), "waiting Waiting", undefined],
  ])("%s", (_, run, words, detail) => {
    const told = runStanding(run);
    expect([`${told.tone} ${told.label}`, told.detail]).toEqual([words, detail]);
  });
});

describe("what a followed run waits for", () => {
  const pause = (more: Partial<InterruptView>): InterruptView => ({
    id: "i",
    nodeId: "n",
    visit: 1,
    spanId: "s",
    startedAt: Date.parse(at),
    payload: { message: "?", answers: [], allowText: false },
    ...more,
  });
  const payload = pause({}).payload;
  const view = (...interrupts: InterruptView[]) => ({
    ...emptyView("run_1"),
    status: "interrupted" as const,
    interrupts,
  });

  it("is what has no answer yet, the earliest time first", () => {
    const timer = (wakeAfterMs: number) => pause({ payload: { ...payload, kind: "timer", wakeAfterMs } });
    const answered = pause({ answer: { answer: "yes" } });
    expect(standingOf(view(answered, timer(60_000), timer(1_000)), null).waitsFor).toEqual({
      people: 0,
      until: "2026-05-01T10:00:01.000Z",
      runId: null,
      events: 0,
    });
  });

  it("is a person before all else, and nothing once it goes on", () => {
    const child = pause({ payload: { ...payload, kind: "child", childRunId: "run_2", wakeAt: 5 } });
    expect(standingOf(view(pause({}), child), null).waitsFor).toEqual({
      people: 1,
      until: null,
      runId: "run_2",
      events: 0,
    });
    expect(standingOf({ ...view(pause({})), status: "running" }, null).waitsFor).toBeNull();
  });
});
