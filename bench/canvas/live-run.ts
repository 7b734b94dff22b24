import type { Page } from "@playwright/test";
import type { RunSummary } from "@/lib/api/contract/runs";
import type { EventBody, RunEvent } from "@/workflows/events/event";
import { emptyView, project } from "@/workflows/events/project";
import { summarise } from "@/workflows/feedback/summary";
import type { GraphDocument } from "@/workflows/graph/document";

/** Events that have happened when the page opens the run. */
const past = 600;
const perSecond = 60;

export interface LiveRun {
  id: string;
  /** Sends events to the page, sixty a second. */
  send(seconds: number): Promise<void>;
}

/** A run of a graph that goes on as the benchmark says: the page's own snapshot and socket, the server's part played. */
export async function liveRun(page: Page, agentId: string, graph: GraphDocument): Promise<LiveRun> {
  const id = "run-of-the-benchmark";
  const events = eventsOf(id, graph);
  const view = project(take(events, past), emptyView(id));
  const run: RunSummary = {
    id,
    agentId,
    agentName: "Large",
    threadId: "thread",
    version: null,
    draftRevision: 1,
    test: { pins: true },
    source: "test",
    status: "running",
    held: null,
    runAfter: null,
    priority: 5,
    input: {},
    output: null,
    problem: null,
    createdBy: null,
    parentRunId: null,
    origin: null,
    tags: [],
    feedback: summarise([]),
    waitsFor: null,
    endedAt: null,
    eventsDeletedAt: null,
    tokens: { input: 0, output: 0, cached: 0 },
    cost: { micros: 0, unknownCalls: 0 },
    createdAt: new Date().toISOString(),
    startedAt: new Date().toISOString(),
  };
  await page.route(`**/runs/${id}/view`, (route) => route.fulfill({ json: { run, view, document: graph } }));

  let deliver: (batch: RunEvent[]) => void = () => {};
  await page.routeWebSocket(/\/api\/socket/, (socket) => {
    const server = socket.connectToServer();
    deliver = (batch) => socket.send(`42${JSON.stringify(["run:events", { runId: id, events: batch }])}`);
    socket.onMessage((message) => {
      const join = /^42(\d+)\["run:join"/.exec(String(message));
      if (join) socket.send(`43${join[1]}[{"ok":true}]`);
      else server.send(message);
    });
  });
  return {
    id,
    async send(seconds) {
      const start = performance.now();
      for (let index = 0; index < seconds * perSecond; index++) {
        const due = start + (index * 1_000) / perSecond;
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
        deliver(take(events, 1));
      }
    },
  };
}

const answered = {
  message: { role: "assistant", content: "One sentence on the topic that was given." },
  usage: { input: 40, output: 9, cached: 0, cacheWrites: 0, reasoning: 0 },
  costMicros: 12,
} as const;

/** Node after node starts, writes and ends; the edges that leave it are taken. */
function* eventsOf(runId: string, { nodes, edges }: GraphDocument): Generator<RunEvent> {
  const begun = Date.now();
  const steps = Object.entries(nodes).filter(([, { type }]) => type !== "start" && type !== "end");
  const leaving = Map.groupBy(Object.entries(edges), ([, { source }]) => source);
  let seq = 0;
  const numbered = (node: string | undefined, visit: number, body: EventBody): RunEvent => {
    seq += 1;
    const place = node === undefined ? {} : { node, visit };
    return { runId, seq, ts: begun + seq * 16, ns: [], ...place, ...body };
  };
  yield numbered(undefined, 1, { type: "run.started", data: { input: {} } });
  for (let visit = 1; ; visit++) {
    for (const [node, { type }] of steps) {
      const spanId = `${node}-${visit}`;
      const model = {
        spanId: `${spanId}-model`,
        parentSpanId: spanId,
        provider: "offline",
        model: "offline",
      };
      yield numbered(node, visit, { type: "node.started", data: { spanId, taskId: spanId } });
      if (type === "model") {
        yield numbered(node, visit, { type: "model.started", data: { ...model, messages: [] } });
        for (const text of ["One sentence ", "on the topic ", "that was given."]) {
          yield numbered(node, visit, { type: "model.delta", data: { spanId: model.spanId, text } });
        }
        yield numbered(node, visit, { type: "model.finished", data: { ...model, ...answered } });
      }
      const [edge] = leaving.get(node) ?? [];
      const data = { spanId, port: edge?.[1].port ?? "out", edgeIds: edge ? [edge[0]] : [], update: {} };
      yield numbered(node, visit, { type: "node.finished", data });
    }
  }
}

function take(events: Iterator<RunEvent>, count: number): RunEvent[] {
  return Array.from({ length: count }, () => events.next().value);
}
