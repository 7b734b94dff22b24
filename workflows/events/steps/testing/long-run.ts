import type { EventBody, RunEvent } from "../../event";

/** The events of a run through so many nodes, one a step, that go round in fifty. */
export function longRun(steps: number): RunEvent[] {
  const events: RunEvent[] = [];
  const add = (body: EventBody, place: { node?: string; visit?: number } = {}) =>
    events.push({
      runId: "run_1",
      seq: events.length + 1,
      ts: 1_000 + events.length,
      ns: [],
      ...place,
      ...body,
    });
  add({ type: "run.started", data: { input: {} } });
  add({ type: "checkpoint.saved", data: { checkpointId: "c0", step: 0, next: ["n0"] } });
  for (let at = 0; at < steps; at += 1) {
    const [node, visit] = [`n${at % 50}`, 1 + Math.floor(at / 50)];
    const spanId = `${node}#${visit}`;
    add({ type: "node.started", data: { spanId, taskId: `t${at}` } }, { node, visit });
    add(
      {
        type: "node.finished",
        data: { spanId, port: "out", edgeIds: [`e${at % 50}`], update: { trail: null } },
      },
      { node, visit },
    );
    const next = at + 1 < steps ? [`n${(at + 1) % 50}`] : [];
    add({ type: "checkpoint.saved", data: { checkpointId: `c${at + 1}`, step: at + 1, next } });
  }
  add({ type: "run.finished", data: { output: null } });
  return events;
}
