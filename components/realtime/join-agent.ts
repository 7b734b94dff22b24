import type { Socket } from "socket.io-client";
import type { Operation } from "@/workflows/graph/operation";
import { onSocket } from "./on-socket";

/** Somebody's accepted change of a draft, as the server tells it to all who have the agent open. */
export interface DraftChange {
  agentId: string;
  /** The revision that the operations led to. */
  revision: number;
  /** null where they were too large to be told: the draft is to be read again. */
  operations: Operation[] | null;
  by: { userId: string | null; name: string };
}

interface JoinAgent {
  agentId: string;
  onChange: (change: DraftChange) => void;
  /** The connection is back: changes may have been missed. */
  onReconnect: () => void;
}

/** Hears of changes to an agent's draft as they are made. Returns how to leave. */
export function joinAgent(wanted: JoinAgent): () => void {
  return onSocket((socket) => join(socket, wanted));
}

function join(socket: Socket, { agentId, onChange, onReconnect }: JoinAgent): () => void {
  let joined = false;

  const enter = () => {
    socket.emit("agent:join", { agentId });
    if (joined) onReconnect();
    joined = true;
  };
  const receive = (change: DraftChange) => {
    if (change.agentId === agentId) onChange(change);
  };

  socket.on("connect", enter);
  socket.on("draft:changed", receive);
  if (socket.connected) enter();
  return () => {
    socket.off("connect", enter);
    socket.off("draft:changed", receive);
    if (socket.connected) socket.emit("agent:leave", { agentId });
  };
}
