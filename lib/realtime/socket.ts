import type { Server as HttpServer, IncomingMessage } from "node:http";
import { Server } from "socket.io";
import { requireSameOrigin } from "@/lib/api/middleware/same-origin";
import { report } from "@/lib/errors/report";
import { agentRoom, inboxRoom, runsRoom } from "./rooms";
import { SocketConnection } from "./socket-connection";
import type { SocketDeps } from "./socket-deps";

export const socketPath = "/api/socket";

/** The live connections of browsers, on the app's own port. */
export interface Sockets {
  close(): Promise<void>;
}

/**
 * Opens the socket server on an HTTP server. Every connection shows who it is once, every room is asked for, and
 * both are asked again when somebody's access changes.
 */
export function attachSockets(http: HttpServer, deps: SocketDeps): Sockets {
  const io = new Server(http, {
    path: socketPath,
    serveClient: false,
    // Token deltas are small; compressing each costs more than it saves.
    perMessageDeflate: false,
    // Next's own upgrades (hot reload) come in on the same server.
    destroyUpgrade: false,
    maxHttpBufferSize: 64 * 1024,
    allowRequest: (request, decide) => decide(null, isSameOrigin(request, deps)),
  });
  const connections = new Set<SocketConnection>();

  io.on("connection", (socket) => {
    const connection = new SocketConnection(socket, headersOf(socket.request), deps);
    connections.add(connection);
    socket.on("disconnect", () => {
      connection.close();
      connections.delete(connection);
    });
  });

  const unsubscribe = [
    deps.bus.subscribe("draft", (change) => io.to(agentRoom(change.agentId)).emit("draft:changed", change)),
    deps.bus.subscribe("inbox", ({ workspaceId, runId }) =>
      io.to(inboxRoom(workspaceId)).emit("inbox:changed", { runId }),
    ),
    deps.news.subscribe((workspaceId, runs) => {
      // Without names there is nothing to keep from anybody.
      const listeners = workspaceId === null ? io : io.to(runsRoom(workspaceId));
      listeners.emit("runs:changed", { runs });
    }),
    deps.bus.subscribe("feedback", ({ workspaceId, agentId, runId }) =>
      io.to(runsRoom(workspaceId)).emit("feedback:changed", { agentId, runId }),
    ),
    deps.bus.subscribe("access", ({ userId }) => {
      for (const connection of connections) connection.accessChanged(userId);
    }),
  ];

  return {
    close: async () => {
      for (const stop of unsubscribe) stop();
      // Only the connections: the HTTP server is its owner's to close.
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}

/** Browsers send cookies with any site's sockets, so the handshake must come from the app's own pages. */
function isSameOrigin(request: IncomingMessage, { publicUrl, log }: SocketDeps): boolean {
  try {
    requireSameOrigin("post", headersOf(request), publicUrl);
    return true;
  } catch (error) {
    report(log, error, "socket handshake");
    return false;
  }
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const part of [value ?? []].flat()) headers.append(name, part);
  }
  return headers;
}
