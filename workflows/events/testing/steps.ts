import type { EventBody, RunEvent } from "../event";
import { emptyView, project } from "../project";
import type { RunView } from "../run-view";
import type { Usage } from "../usage";

/** An event without its number and time. */
export type Step = EventBody & { node?: string; visit?: number; ns?: string[] };

/** Numbers steps as a run of one event every 10 ms. */
export function events(...steps: Step[]): RunEvent[] {
  return steps.map((step, at) => ({ runId: "run_1", seq: at + 1, ts: at * 10, ns: [], ...step }));
}

export const view = (...steps: Step[]): RunView => project(events(...steps), emptyView("run_1"));

export const start = (node: string, visit = 1): Step => ({
  type: "node.started",
  data: { spanId: `${node}:${visit}`, taskId: `task-${node}-${visit}` },
  node,
  visit,
});
export const finish = (node: string, visit = 1, edgeIds: string[] = []): Step => ({
  type: "node.finished",
  data: { spanId: `${node}:${visit}`, port: "out", edgeIds, update: { done: node } },
  node,
  visit,
});
export const call = (node: string, id = "m1"): Step => ({
  type: "model.started",
  data: { spanId: id, parentSpanId: `${node}:1`, provider: "p", model: "gpt", messages: [] },
  node,
  visit: 1,
});
export const delta = (node: string, text: string, id = "m1"): Step => ({
  type: "model.delta",
  data: { spanId: id, text },
  node,
  visit: 1,
});
const reported: Usage = { input: 7, output: 3, cached: 2, cacheWrites: 0, reasoning: 0 };

export const answered = (
  node: string,
  costMicros: number | null,
  id = "m1",
  usage: Usage | null = reported,
): Step => ({
  type: "model.finished",
  data: {
    spanId: id,
    provider: "p",
    model: "gpt",
    message: { role: "assistant", content: "Hello" },
    usage,
    costMicros,
  },
  node,
  visit: 1,
});
export const pause = (node: string, id = "i1"): Step => ({
  type: "node.interrupted",
  data: {
    spanId: `${node}:1`,
    interruptId: id,
    payload: { message: "Sure?", answers: [{ id: "yes", label: "Yes", tone: "primary" }], allowText: false },
  },
  node,
  visit: 1,
});
export const problem = { code: "node_failed", message: "It broke." };
