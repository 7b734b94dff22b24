import { onSocket } from "./on-socket";

/** Hears when a pause of the workspace came, was answered or withdrawn. Returns how to leave. */
export function joinInbox(onChange: () => void): () => void {
  return onSocket((socket) => {
    const join = () => {
      // What changed between the first look and the moment of joining, or while the connection was away, was not heard.
      socket.emit("inbox:join", () => onChange());
    };

    socket.on("connect", join);
    socket.on("inbox:changed", onChange);
    if (socket.connected) join();
    return () => {
      socket.off("connect", join);
      socket.off("inbox:changed", onChange);
      if (socket.connected) socket.emit("inbox:leave");
    };
  });
}
