import { expect, it } from "vitest";
import { emptyView } from "@/workflows/events/project";
import type { InterruptView, RunView } from "@/workflows/events/run-view";
import { stopPayload } from "@/workflows/travel/breakpoint";
import { openStop } from "./open-stop";

const stop: InterruptView = {
  id: "stop:1",
  nodeId: "a",
  visit: 1,
  spanId: "stop:1",
  payload: stopPayload("Stopped."),
  startedAt: 0,
};
const view = (interrupts: InterruptView[], status: RunView["status"] = "interrupted"): RunView => ({
  ...emptyView("run_1"),
  status,
  interrupts,
});

it("is the last breakpoint that nobody went on from", () => {
  const { kind: _kind, ...approval } = stop.payload;
  expect(openStop(view([stop]))).toBe(stop);
  expect(openStop(view([{ ...stop, answer: { answer: "step" } }]))).toBeUndefined();
  expect(openStop(view([{ ...stop, payload: approval }]))).toBeUndefined();
  expect(openStop(view([stop], "cancelled"))).toBeUndefined();
  expect(openStop(null)).toBeUndefined();
});
