import { io, type Socket } from "socket.io-client";

/** socket.io's own path on the app's port. */
const SOCKET_PATH = "/api/socket";

let shared: Socket | null = null;
let users = 0;

/** The page's one connection. It is made for the first user and closed after the last. */
export function acquireSocket(): { socket: Socket; release: () => void } {
  shared ??= io({ path: SOCKET_PATH, withCredentials: true, transports: ["websocket", "polling"] });
  users += 1;
  const socket = shared;
  let released = false;
  return {
    socket,
    release() {
      if (released) return;
      released = true;
      users -= 1;
      if (users > 0) return;
      socket.disconnect();
      shared = null;
    },
  };
}
