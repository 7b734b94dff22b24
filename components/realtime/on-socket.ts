import type { Socket } from "socket.io-client";
import { atLeisure } from "@/components/ui/first-picture";

/**
 * Does something with the page's connection to the server, once its code is there: nothing that is drawn first waits
 * for it. Without the network it comes when the network is back.
 * @param enter returns how to stop
 * @returns how to stop, also before it began
 */
export function onSocket(enter: (socket: Socket) => () => void): () => void {
  let stop: (() => void) | undefined;
  let gone = false;
  const begin = async () => {
    const { acquireSocket } = await import("./socket");
    if (gone) return;
    const { socket, release } = acquireSocket();
    const leave = enter(socket);
    stop = () => {
      leave();
      release();
    };
  };
  const attempt = () =>
    void begin().catch(() => {
      if (!gone) addEventListener("online", attempt, { once: true });
    });
  const cancel = atLeisure(attempt);
  return () => {
    gone = true;
    cancel();
    removeEventListener("online", attempt);
    stop?.();
  };
}
