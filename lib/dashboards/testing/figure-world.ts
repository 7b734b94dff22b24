import { agents, runs, threads, users, workspaces } from "@/drizzle/schema";
import type { WorkspaceActor } from "@/lib/auth/actor";
import { newId } from "@/lib/db/id";
import { createTestDatabase } from "@/lib/db/testing/test-database";
import { appendEvents } from "@/lib/runs/events/append";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import type { EventBody, EventDraft } from "@/workflows/events/event";
import { countRuns } from "../count-runs";

/** What happens in a run, and how many milliseconds after its start. */
export type Told = EventBody & { at: number; node?: string };

export interface PastRun {
  /** When it was made, as ISO. */
  made: string;
  agentId?: string;
  version?: number | null;
  source?: "test" | "chat" | "api" | "tool";
  person?: string | null;
  told: Told[];
}

const graph = draw({
  channels: { q: text },
  nodes: { s: start("q"), approve: node("human", { message: "Send it?" }, {}, "Approve it"), done: end("q") },
  edges: ["s > approve", "approve > done"],
});

/** A database with two agents and a member, and runs of any time in it, each told by its events. */
export async function createFigureWorld() {
  const database = await createTestDatabase();
  const { db, pool } = database;
  await db.insert(workspaces).values([
    { id: "w", name: "Home" },
    { id: "elsewhere", name: "Elsewhere" },
  ]);
  await db.insert(users).values({ id: "ada", email: "ada@home.test", name: "Ada" });
  for (const id of ["sorter", "writer"]) {
    await db.insert(agents).values({ id, workspaceId: "w", name: id, slug: id, draft: graph });
  }
  const member: WorkspaceActor = {
    kind: "member",
    userId: "ada",
    name: "Ada",
    workspaceId: "w",
    role: "viewer",
  };

  async function run({
    made,
    agentId = "sorter",
    version = 1,
    source = "api",
    person = null,
    told,
  }: PastRun) {
    const id = newId("run");
    const createdAt = new Date(made);
    const place = { id, workspaceId: "w", agentId, source, createdAt };
    await db.insert(threads).values({ ...place, status: "busy" });
    await db.insert(runs).values({
      ...place,
      threadId: id,
      version,
      createdBy: person,
      input: {},
      epoch: 1,
      status: "running",
      startedAt: createdAt,
    });
    const events = told.map(
      ({ at, ...event }): EventDraft => ({
        ts: createdAt.getTime() + at,
        ns: [],
        ...(event.node !== undefined && { visit: 1 }),
        ...event,
      }),
    );
    await appendEvents(pool, 1, [{ runId: id, epoch: 1, events }]);
    return id;
  }

  return {
    ...database,
    member,
    run,
    count: async () => {
      while (await countRuns(pool));
    },
  };
}
export type FigureWorld = Awaited<ReturnType<typeof createFigureWorld>>;

const started = (at = 0): Told => ({ at, type: "run.started", data: { input: {} } });
const finished = (at: number): Told => ({ at, type: "run.finished", data: { output: null } });
const begun = (node: string, at: number): Told => ({
  at,
  node,
  type: "node.started",
  data: { spanId: `${node}#1`, taskId: node },
});
const ended = (node: string, at: number): Told => ({
  at,
  node,
  type: "node.finished",
  data: { spanId: `${node}#1`, port: "out", edgeIds: [], update: {} },
});

/** A node that asks a model: told within 100 ms, first token after 40 ms, 25 micro-dollars. */
export function asking(takes = 100): Told[] {
  const call = { spanId: "m", parentSpanId: "ask#1", provider: "acme", model: "acme-1" };
  return [
    started(),
    begun("ask", 0),
    { at: 0, node: "ask", type: "model.started", data: { ...call, messages: [] } },
    { at: 40, node: "ask", type: "model.delta", data: { spanId: "m", text: "Hi" } },
    { at: 50, node: "ask", type: "model.delta", data: { spanId: "m", text: " you" } },
    {
      at: takes,
      node: "ask",
      type: "model.finished",
      data: {
        ...call,
        message: { role: "assistant", content: "Hi you" },
        usage: { input: 100, output: 20, cached: 50, cacheWrites: 0, reasoning: 8 },
        costMicros: 25,
        price: { input: 1_000_000, output: 2_000_000, cachedInput: 100_000 },
      },
    },
    ended("ask", takes),
    finished(takes),
  ];
}

/** A node that waits an hour for a person, between two seconds of work. */
export function waiting(): Told[] {
  const hour = 3_600_000;
  return [
    started(),
    begun("approve", 0),
    {
      at: 1_000,
      node: "approve",
      type: "node.interrupted",
      data: {
        spanId: "approve#1",
        interruptId: "i",
        payload: { message: "Send it?", answers: [], allowText: true },
      },
    },
    { at: 1_000, type: "run.interrupted", data: { interruptIds: ["i"] } },
    { at: 1_000 + hour, type: "interrupt.answered", data: { interruptId: "i", answer: { answer: "yes" } } },
    { at: 1_000 + hour, type: "run.resumed", data: { reason: "answer" } },
    begun("approve", 1_000 + hour),
    ended("approve", 2_000 + hour),
    finished(2_000 + hour),
  ];
}

export const failing = (code: string, takes = 10): Told[] => [
  started(),
  begun("call", 0),
  {
    at: takes,
    type: "run.failed",
    data: { status: "error", problem: { code, message: "It did not work." } },
  },
];
