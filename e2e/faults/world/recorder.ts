import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";

/** One request that reached the outside world. */
export interface Effect {
  /** Order of arrival. */
  order: number;
  /** Milliseconds since the epoch. */
  at: number;
  /** What the caller wrote in the address, as `/effect/<mark>`. */
  mark: string;
  /** `run:node:visit:call`, of requests that act. */
  key: string;
  run: string;
  node: string;
  visit: number;
  /** The caller said that this must not happen twice. */
  once: boolean;
}

/** A server elsewhere that notes everything that is done to it: what a crash can hide from the app, it cannot hide here. */
export interface Recorder {
  url: string;
  effects: Effect[];
  of(run: string): Effect[];
  close(): Promise<void>;
}

/** Answers after `?ms=`; `&once` says that the request must not come twice. `?bytes=` asks for that much text. */
export async function startRecorder(): Promise<Recorder> {
  const effects: Effect[] = [];
  const byRun = new Map<string, Effect[]>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://recorder");
    const bytes = Number(url.searchParams.get("bytes") ?? 0);
    if (bytes > 0) return void response.end("x".repeat(bytes));
    const effect = read(request, url, effects.length);
    effects.push(effect);
    byRun.set(effect.run, [...(byRun.get(effect.run) ?? []), effect]);
    request.resume();
    setTimeout(
      () => response.writeHead(200, { "content-type": "text/plain" }).end(`done ${effect.order}`),
      Number(url.searchParams.get("ms") ?? 0),
    );
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port is free");
  return {
    url: `http://127.0.0.1:${address.port}`,
    effects,
    of: (run) => byRun.get(run) ?? [],
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function read(request: IncomingMessage, url: URL, order: number): Effect {
  const key = String(request.headers["idempotency-key"] ?? "");
  const [run = "", node = "", visit = "0"] = key.split(":");
  const mark = url.pathname.split("/").at(-1) ?? "";
  return {
    order,
    at: Date.now(),
    mark,
    key,
    run,
    node,
    visit: Number(visit),
    once: url.searchParams.has("once"),
  };
}
