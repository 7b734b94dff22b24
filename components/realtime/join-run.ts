import type { Socket } from "socket.io-client";
import type { RunEvent } from "@/workflows/events/event";
import { onSocket } from "./on-socket";

interface JoinRun {
  runId: string;
  /** Number of the last event known: only later ones are sent, also after a reconnect. */
  seen: () => number;
  onEvents: (events: readonly RunEvent[]) => void;
  onConnection: (connected: boolean) => void;
  /** The server does not let this person follow the run. */
  onRefused: (message: string) => void;
}

/** What the server answers to a join. */
type JoinAnswer = { ok: true } | { ok: false; message?: string };

/** Follows a run's events; joins again by itself whenever the connection is back. Returns how to leave. */
export function joinRun(wanted: JoinRun): () => void {
  return onSocket((socket) => follow(socket, wanted));
}

function follow(socket: Socket, { runId, seen, onEvents, onConnection, onRefused }: JoinRun): () => void {
  const join = () => {
    onConnection(true);
    socket.emit("run:join", { runId, after: seen() }, (answer: JoinAnswer) => {
      if (!answer.ok) onRefused(answer.message ?? "You may not follow this run.");
    });
  };
  const lost = () => onConnection(false);
  const receive = (message: { runId: string; events: RunEvent[] }) => {
    if (message.runId === runId) onEvents(message.events);
  };

  socket.on("connect", join);
  socket.on("disconnect", lost);
  socket.on("run:events", receive);
  if (socket.connected) join();
  return () => {
    socket.off("connect", join);
    socket.off("disconnect", lost);
    socket.off("run:events", receive);
    if (socket.connected) socket.emit("run:leave", { runId });
  };
}
