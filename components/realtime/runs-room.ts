import type { Socket } from "socket.io-client";
import { onSocket } from "./on-socket";

let inside = 0;

interface RunsRoom {
  /** What happened before that moment, or while the connection was away, was not heard. */
  onJoined: () => void;
  /** What is listened to inside; returns how to stop. */
  listen: (socket: Socket) => () => void;
}

/**
 * Enters the room where the workspace's runs are told of, together with everybody else on this page who wants to hear:
 * it is left with the last of them. Returns how to leave.
 */
export function enterRuns({ onJoined, listen }: RunsRoom): () => void {
  return onSocket((socket) => {
    const join = () => socket.emit("runs:join", () => onJoined());
    inside += 1;
    socket.on("connect", join);
    const stop = listen(socket);
    if (socket.connected) join();
    return () => {
      inside -= 1;
      socket.off("connect", join);
      stop();
      if (inside === 0 && socket.connected) socket.emit("runs:leave");
    };
  });
}
