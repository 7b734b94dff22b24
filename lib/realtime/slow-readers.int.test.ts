import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { EventSourceParserStream } from "eventsource-parser/stream";
import { io } from "socket.io-client";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { eventStream } from "@/lib/api/stream/event-stream";
import { createLog } from "@/lib/log/log";
import { systemClock } from "@/lib/runs/clock";
import { createRunWorld, type RunWorld, type TestProcess } from "@/lib/runs/testing/run-world";
import type { RunEvent } from "@/workflows/events/event";
import { RunNews } from "./run-news";
import { type EventListener, readRun } from "./run-reader";
import { attachSockets, socketPath } from "./socket";
import { type NarrowPipe, narrowPipe } from "./testing/narrow-pipe";

/** 48 MB: far more than the buffers of two sockets hold. */
const lastSeq = 6_000;
const padding = "x".repeat(8_000);
const everything = Array.from({ length: lastSeq }, (_, at) => at + 1);

/** A run with much to tell, and how much of it was taken from the store so far. */
function longHistory() {
  let taken = 0;
  let open = 0;
  const event = (seq: number): RunEvent => {
    const place = { runId: "r", seq, ts: seq, ns: [] };
    if (seq === lastSeq) return { ...place, type: "run.finished", data: { output: null } };
    return { ...place, type: "log", data: { level: "info", message: padding } };
  };
  const read = async (listener: EventListener, after: number) => {
    open += 1;
    const unwatch = () => {
      open -= 1;
    };
    const hub = { watch: () => unwatch };
    const load = async (_id: string, from: number, limit: number) => {
      const page = everything.slice(from, from + limit).map(event);
      taken += page.length;
      return page;
    };
    return readRun({ hub, load, clock: systemClock }, "r", after, listener);
  };
  return { read, taken: () => taken, open: () => open };
}

/** What the server took from its store when it takes nothing more. */
async function standstill({ taken }: ReturnType<typeof longHistory>): Promise<number> {
  let before = 0;
  const same = () => {
    const now = taken();
    const stands = now > 0 && now === before;
    before = now;
    return stands;
  };
  await expect.poll(same, { interval: 400, timeout: 20_000 }).toBe(true);
  return taken();
}

let world: RunWorld;
let process: TestProcess;
const servers: Server[] = [];
const pipes: NarrowPipe[] = [];
beforeAll(async () => {
  world = await createRunWorld();
  process = await world.startProcess(0);
});
afterEach(async () => {
  for (const pipe of pipes.splice(0)) await pipe.close();
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});
afterAll(() => world.close());

async function reached(server: Server): Promise<NarrowPipe> {
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port is free");
  const pipe = await narrowPipe(address.port);
  pipes.push(pipe);
  return pipe;
}

test("a slow reader of server-sent events holds little of the server's memory, and misses and repeats nothing", async () => {
  const history = longHistory();
  const answer = () =>
    eventStream({
      read: (listener) => history.read(listener, 0),
      show: (event) => event,
      clock: systemClock,
    });
  const pipe = await reached(createServer(getRequestListener(answer, { overrideGlobalObjects: false })));
  const { body } = await fetch(pipe.url);
  pipe.hold();
  expect(await standstill(history)).toBeLessThan(lastSeq / 2);
  pipe.flow();
  const seqs: number[] = [];
  const events = body?.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
  for await (const { id } of events ?? []) seqs.push(Number(id));
  expect(seqs).toEqual(everything);
  expect(history.open()).toBe(0);
});

test("a reader of server-sent events that goes away while it is slow is not read for any more", async () => {
  const history = longHistory();
  const answer = () =>
    eventStream({
      read: (listener) => history.read(listener, 0),
      show: (event) => event,
      clock: systemClock,
    });
  const pipe = await reached(createServer(getRequestListener(answer, { overrideGlobalObjects: false })));
  const gone = new AbortController();
  await fetch(pipe.url, { signal: gone.signal });
  pipe.hold();
  await standstill(history);
  gone.abort();
  await expect.poll(history.open).toBe(0);
});

test("so does a slow browser over its socket, whose other messages still come", async () => {
  const history = longHistory();
  const server = createServer();
  const { news, bus } = { news: new RunNews(process.live.notifier), bus: process.live.bus };
  const sockets = attachSockets(server, {
    runs: {
      get: (actor, runId) => process.service.get(actor, runId),
      subscribe: (_actor, _runId, after, listener) => history.read(listener, after),
    },
    bus,
    news,
    db: world.database.db,
    actorOf: async () => world.ada,
    log: createLog("silent"),
  });
  const pipe = await reached(server);
  const socket = io(pipe.url, {
    path: socketPath,
    transports: ["websocket"],
    extraHeaders: { origin: pipe.url },
    reconnection: false,
    forceNew: true,
  });
  await new Promise<void>((resolve) => socket.once("connect", resolve));
  const seqs: number[] = [];
  const over = Promise.withResolvers<void>();
  socket.on("run:events", ({ events }: { events: RunEvent[] }) => {
    seqs.push(...events.map(({ seq }) => seq));
    if (seqs.at(-1) === lastSeq) over.resolve();
  });
  expect(await socket.emitWithAck("inbox:join")).toEqual({ ok: true });
  const rung = new Promise((resolve) => socket.once("inbox:changed", resolve));
  pipe.hold();
  socket.emit("run:join", { runId: "r", after: 0 });
  expect(await standstill(history)).toBeLessThan(lastSeq / 2);
  bus.inboxChanged({ workspaceId: world.ada.kind === "member" ? world.ada.workspaceId : "", runId: "r" });
  pipe.flow();
  await Promise.all([over.promise, rung]);
  expect(seqs).toEqual(everything);
  socket.disconnect();
  await sockets.close();
});
