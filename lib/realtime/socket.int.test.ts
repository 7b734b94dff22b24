import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { AIMessageChunk } from "@langchain/core/messages";
import { io, type Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { createLog } from "@/lib/log/log";
import { createRunWorld, type RunWorld, type TestProcess } from "@/lib/runs/testing/run-world";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import type { RunEvent } from "@/workflows/events/event";
import { type RunChange, RunNews } from "./run-news";
import { attachSockets, type Sockets, socketPath } from "./socket";

let world: RunWorld;
let server: TestProcess;
let http: Server;
let sockets: Sockets;
/** Who sends which cookie. */
const people = new Map<string, Actor>();
const open: Socket[] = [];

beforeAll(async () => {
  world = await createRunWorld();
  server = await world.startProcess();
  people.set("ada", world.ada);
  people.set("stranger", { ...world.ada, userId: "usr_other", workspaceId: "wsp_other" });
  people.set("visitor", { kind: "visitor", visitorId: "vis_1" });
  http = createServer();
  sockets = attachSockets(http, {
    runs: server.service,
    bus: server.live.bus,
    news: new RunNews(server.live.notifier),
    db: world.database.db,
    actorOf: async (headers) => people.get(headers.get("cookie") ?? "") ?? null,
    log: createLog("silent"),
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});
afterAll(async () => {
  await sockets.close();
  await new Promise((resolve) => http.close(resolve));
  await world.close();
});

function origin(): string {
  const address = http.address() as AddressInfo;
  return `http://127.0.0.1:${address.port}`;
}

async function connect(
  cookie: string,
  headers: Record<string, string> = { origin: origin() },
): Promise<Socket> {
  const socket = io(origin(), {
    path: socketPath,
    transports: ["websocket"],
    extraHeaders: { cookie, ...headers },
    reconnection: false,
    forceNew: true,
  });
  open.push(socket);
  await new Promise<void>((resolve, reject) => {
    socket.on("connect", resolve);
    socket.on("connect_error", reject);
  });
  return socket;
}

const ask = (socket: Socket, name: string, message?: unknown) =>
  message === undefined ? socket.emitWithAck(name) : socket.emitWithAck(name, message);
const heard = <Value>(socket: Socket, name: string) =>
  new Promise<Value>((resolve) => socket.once(name, resolve));

const graph = draw({
  channels: { q: text, answer: text },
  nodes: {
    s: start("q"),
    ask: node("model", { model: "acme/1", prompt: "{{ q }}", output: "answer" }),
    done: end("answer"),
  },
  edges: ["s > ask", "ask > done"],
});
const say = (content: string) => new AIMessageChunk({ content });

/** Collects a run's events over a socket until the run has ended. */
async function follow(socket: Socket, runId: string, after: number): Promise<RunEvent[]> {
  const seen: RunEvent[] = [];
  const over = Promise.withResolvers<void>();
  socket.on("run:events", (message: { runId: string; events: RunEvent[] }) => {
    seen.push(...message.events);
    if (message.events.some(({ type }) => type === "run.finished")) over.resolve();
  });
  expect(await ask(socket, "run:join", { runId, after })).toEqual({ ok: true });
  await over.promise;
  return seen;
}

test("a browser sees a run from the number it names, and a later one the same from there", async () => {
  world.script("acme/1", async function* () {
    yield say("Hel");
    yield say("lo");
  });
  const { runId } = await world.start(server, await world.publish(graph), { q: "?" });
  const all = await follow(await connect("ada"), runId, 0);
  expect(all.map(({ seq }) => seq)).toEqual(all.map((_event, at) => at + 1));
  const rest = await follow(await connect("ada"), runId, 3);
  expect(rest).toEqual(all.slice(3));
});

test.each(["stranger", "visitor"])("a %s may not follow it, nor see drafts or approvals", async (who) => {
  const agent = await world.publish(graph);
  const { runId } = await world.start(server, agent, { q: "?" });
  const socket = await connect(who);
  expect(await ask(socket, "run:join", { runId, after: 0 })).toMatchObject({ ok: false, code: "not_found" });
  expect(await ask(socket, "agent:join", { agentId: agent.id })).toMatchObject({ ok: false });
});

test("drafts and approvals are told to those who asked, from any process", async () => {
  const other = await world.startProcess(0);
  const agent = await world.publish(graph);
  const socket = await connect("ada");
  expect(await ask(socket, "agent:join", { agentId: agent.id })).toEqual({ ok: true });
  expect(await ask(socket, "inbox:join")).toEqual({ ok: true });
  const change = {
    agentId: agent.id,
    workspaceId: agent.workspaceId,
    revision: 2,
    operations: [],
    by: { userId: null, name: "Ada" },
  };
  const told = heard(socket, "draft:changed");
  other.live.bus.draftChanged(change);
  expect(await told).toEqual(change);
  const rung = heard(socket, "inbox:changed");
  other.live.bus.inboxChanged({ workspaceId: agent.workspaceId, runId: "run_1" });
  expect(await rung).toEqual({ runId: "run_1" });
  await other.stop(0);
});

/** Waits until a socket has been told that a run has this status. */
function told(socket: Socket, status: RunChange["status"]): (runId: string) => Promise<RunChange> {
  const seen = new Map<string, RunChange>();
  const waiting = new Map<string, (run: RunChange) => void>();
  socket.on("runs:changed", ({ runs }: { runs: RunChange[] }) => {
    for (const run of runs.filter((each) => each.status === status)) {
      seen.set(run.runId, run);
      waiting.get(run.runId)?.(run);
    }
  });
  return async (runId) => seen.get(runId) ?? new Promise((resolve) => void waiting.set(runId, resolve));
}

test("lists of runs hear of new runs and their ends, whichever process works on them", async () => {
  world.script("acme/1", async function* () {
    yield say("Hello");
  });
  const worker = await world.startProcess();
  const agent = await world.publish(graph);
  const socket = await connect("ada");
  const elsewhere = await connect("stranger");
  const strange: unknown[] = [];
  elsewhere.on("runs:changed", (message) => strange.push(message));
  expect(await ask(socket, "runs:join")).toEqual({ ok: true });
  expect(await ask(elsewhere, "runs:join")).toEqual({ ok: true });
  const done = told(socket, "success");
  const { runId } = await world.start(worker, agent, { q: "?" });
  expect(await done(runId)).toEqual({ runId, agentId: agent.id, status: "success" });
  expect(strange).toEqual([]);
  await worker.stop(0);
});

test("only readers of runs are told of them, judged again when their access changes", async () => {
  expect(await ask(await connect("visitor"), "runs:join")).toMatchObject({ ok: false, code: "forbidden" });
  const nobody = await connect("nobody");
  expect(await ask(nobody, "runs:join")).toMatchObject({ ok: false, code: "unauthenticated" });
  people.set("leaver", { ...world.ada, userId: "usr_leaver" });
  const leaver = await connect("leaver");
  expect(await ask(leaver, "runs:join")).toEqual({ ok: true });
  const gone = heard<string>(leaver, "disconnect");
  people.delete("leaver");
  server.live.bus.accessChanged({ userId: "usr_leaver" });
  expect(await gone).toMatch(/transport/);
});

test("a change of access cuts the connection, and the next one is judged anew", async () => {
  const socket = await connect("ada");
  const gone = heard<string>(socket, "disconnect");
  people.delete("ada");
  server.live.bus.accessChanged({ userId: world.ada.kind === "member" ? world.ada.userId : "" });
  expect(await gone).toMatch(/transport/);
  const again = await connect("ada");
  expect(await ask(again, "inbox:join")).toMatchObject({ ok: false, code: "unauthenticated" });
  people.set("ada", world.ada);
});

test("another site's page cannot connect with the browser's cookies", async () => {
  await expect(connect("ada", { origin: "https://evil.test" })).rejects.toThrow();
});

test("what is not a message of ours is refused", async () => {
  const socket = await connect("ada");
  expect(await ask(socket, "run:join", { runId: 7 })).toMatchObject({ ok: false, code: "invalid_input" });
});
