import { expect, it } from "vitest";
import type { EventBody } from "@/workflows/events/event";
import { emptyView, project } from "@/workflows/events/project";
import { lastOutput } from "./last-output";

const place = { runId: "run_1", ts: 1, ns: [], node: "ask" };
const viewOf = (...bodies: EventBody[]) =>
  project(
    bodies.map((body, at) => ({ ...place, ...body, seq: at + 1, visit: 1 })),
    emptyView("run_1"),
  );
const started: EventBody = { type: "node.started", data: { spanId: "ask#1", taskId: "t" } };
const finished: EventBody = {
  type: "node.finished",
  data: { spanId: "ask#1", port: "yes", edgeIds: ["e1"], update: { reply: "Fine" } },
};

it("is what the node wrote and the port it left by", () => {
  expect(lastOutput(viewOf(started, finished), "ask")).toEqual({ port: "yes", update: { reply: "Fine" } });
});

it("is none while the node runs, for another node, or without a run", () => {
  expect(lastOutput(viewOf(started), "ask")).toBeUndefined();
  expect(lastOutput(viewOf(started, finished), "other")).toBeUndefined();
  expect(lastOutput(null, "ask")).toBeUndefined();
});
