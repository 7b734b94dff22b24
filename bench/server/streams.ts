import { io } from "socket.io-client";
import type { Session } from "@/e2e/fixtures/session";
import { agentsApi, runsApi } from "@/lib/api/contract";
import type { RunEvent } from "@/workflows/events/event";
import { chatGraph } from "../engine/graphs";
import { patiently } from "../lib/patiently";
import { type GapFigures, Gaps } from "./gaps";

const mostRefused = 5;

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
): Promise<GapFigures> {
  const gaps = new Gaps();
  const watched = await Promise.all(
    Array.from({ length: count }, async () => {
      const heard = gaps.listener();
      const run = await patiently(() =>
        session.call(runsApi.createTestRun, {
          params: { id: agent.id },
          body: { revision: agent.revision, input: { messages: [{ role: "user", content: "Go" }] } },
        }),
      );
      return watch(url, session, run.id, heard);
    }),
  );
  whileStreaming();
  await Promise.all(watched.map((each) => each.ended));
  return gaps.figures();
}

function watch(url: string, session: Session, runId: string, heard: () => void) {
  const socket = io(url, {
    path: "/api/socket",
    transports: ["websocket"],
    forceNew: true,
    extraHeaders: { cookie: session.cookie(), origin: url },
  });
  const ended = Promise.withResolvers<void>();
  // Of hundreds that come at once some are turned away, and come again by themselves, as a browser's would.
  let refused = 0;
  socket.on("connect_error", (error) => {
    refused += 1;
    if (refused > mostRefused) ended.reject(error);
  });
  socket.on("run:events", ({ events }: { events: RunEvent[] }) => {
    if (events.some((event) => event.type === "model.delta")) heard();
    if (!events.some((event) => event.type === "run.finished" || event.type === "run.failed")) return;
    socket.close();
    ended.resolve();
  });
  socket.emit("run:join", { runId, after: 0 });
  return { ended: ended.promise };
}
