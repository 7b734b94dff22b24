import { io } from "socket.io-client";
import type { Session } from "@/e2e/fixtures/session";
import { agentsApi, runsApi } from "@/lib/api/contract";
import type { RunEvent } from "@/workflows/events/event";
import { chatGraph } from "../engine/graphs";
import { percentile } from "../lib/stats";

const mostRefused = 5;

export interface StreamFigures {
  /** Milliseconds between deliveries of text at a socket client. */
  gapMedian: number;
  gapP95: number;
  firstTokenMedian: number;
  deliveries: number;
}

/** An agent of one model call, as a draft. */
export async function createChatAgent(
  session: Session,
  reference: string,
): Promise<{ id: string; revision: number }> {
  const from = { kind: "document", document: chatGraph(reference) } as const;
  return session.call(agentsApi.createAgent, { body: { name: "Stream", from } });
}

/** Part (b): many runs at once, each watched over its own socket. */
export async function streamRuns(
  url: string,
  session: Session,
  agent: { id: string; revision: number },
  count: number,
  whileStreaming: () => void,
): Promise<StreamFigures> {
  const gaps: number[] = [];
  const firsts: number[] = [];
  const watched = await Promise.all(
    Array.from({ length: count }, async () => {
      const started = performance.now();
      const run = await session.call(runsApi.createTestRun, {
        params: { id: agent.id },
        body: { revision: agent.revision, input: { messages: [{ role: "user", content: "Go" }] } },
      });
      return watch(url, session, run.id, started, gaps, firsts);
    }),
  );
  whileStreaming();
  await Promise.all(watched.map((each) => each.ended));
  return {
    gapMedian: percentile(gaps, 0.5),
    gapP95: percentile(gaps, 0.95),
    firstTokenMedian: percentile(firsts, 0.5),
    deliveries: gaps.length,
  };
}

function watch(
  url: string,
  session: Session,
  runId: string,
  started: number,
  gaps: number[],
  firsts: number[],
) {
  const socket = io(url, {
    path: "/api/socket",
    transports: ["websocket"],
    forceNew: true,
    extraHeaders: { cookie: session.cookie(), origin: url },
  });
  const ended = Promise.withResolvers<void>();
  let last: number | undefined;
  // Of hundreds that come at once some are turned away, and come again by themselves, as a browser's would.
  let refused = 0;
  socket.on("connect_error", (error) => {
    refused += 1;
    if (refused > mostRefused) ended.reject(error);
  });
  socket.on("run:events", ({ events }: { events: RunEvent[] }) => {
    const now = performance.now();
    if (events.some((event) => event.type === "model.delta")) {
      if (last === undefined) firsts.push(now - started);
      else gaps.push(now - last);
      last = now;
    }
    if (!events.some((event) => event.type === "run.finished" || event.type === "run.failed")) return;
    socket.close();
    ended.resolve();
  });
  socket.emit("run:join", { runId, after: 0 });
  return { ended: ended.promise };
}
