import type { EventListener, Reader } from "@/lib/realtime/run-reader";
import type { Clock } from "@/lib/runs/clock";
import type { EventType, RunEvent } from "@/workflows/events/event";

const keepAliveMs = 15_000;

const endTypes: ReadonlySet<EventType> = new Set(["run.finished", "run.failed", "run.cancelled"]);

export interface StreamSource {
  /** Starts reading; the next batch comes when the listener's promise resolves. May refuse. */
  read: (listener: EventListener) => Promise<Reader>;
  /** What this reader may see of an event; null: nothing. */
  show: (event: RunEvent) => RunEvent | null;
  clock: Clock;
  /** Stays open where the run waits for a person; otherwise a pause ends the stream, as nothing comes by itself. */
  throughPauses?: boolean;
}

/**
 * A run's events as server-sent events (WHATWG HTML, 9.2). Ends after the event that ends or pauses the run. When
 * the client goes away only the reading stops, never the run.
 */
export async function eventStream(source: StreamSource): Promise<Response> {
  const { read, show, clock, throughPauses = false } = source;
  const isLast = ({ type }: RunEvent) => endTypes.has(type) || (type === "run.interrupted" && !throughPauses);

  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  // A client that went away fails the write; `closed` below hears of it and cleans up.
  const send = (text: string) => writer.write(encoder.encode(text)).catch(() => {});

  const reader = await read(async (events) => {
    const shown = events.map(show).filter((event) => event !== null);
    if (shown.length > 0) await send(shown.map(encode).join(""));
    const last = events.at(-1);
    if (last && isLast(last)) await writer.close().catch(() => {});
  });
  const stopKeepAlive = every(clock, keepAliveMs, () => {
    // Behind a slow client nothing is gained by queueing more.
    if ((writer.desiredSize ?? 0) > 0) void send(": keep-alive\n\n");
  });
  const stop = () => {
    reader.close();
    stopKeepAlive();
  };
  writer.closed.then(stop, stop);
  void send("retry: 1000\n\n");
  return new Response(readable, { headers });
}

/** `no-transform` and `x-accel-buffering` keep proxies from holding events back. */
const headers = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
};

const encode = (event: RunEvent) =>
  `id: ${event.seq}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

/** Calls back until the returned function is called. */
function every(clock: Clock, ms: number, callback: () => void): () => void {
  let cancel = clock.after(ms, tick);
  function tick(): void {
    callback();
    cancel = clock.after(ms, tick);
  }
  return () => cancel();
}
