import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { members, users } from "@/drizzle/schema";
import type { Actor } from "@/lib/auth/actor";
import type { Role } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/id";
import { draw, end, mark, node, start, text, trail } from "@/workflows/compile/testing/draw";
import type { JsonObject } from "@/workflows/graph/json";
import { createRunWorld, eventOf, eventsOf, type RunWorld, type TestProcess } from "./testing/run-world";

type Member = Extract<Actor, { kind: "member" }>;

let world: RunWorld;
let server: TestProcess;
let grace: Member;
let bob: Member;
let vera: Member;
beforeAll(async () => {
  world = await createRunWorld();
  server = await world.startProcess();
  grace = await member("Grace", "analyst");
  bob = await member("Bob", "developer");
  vera = await member("Vera", "viewer");
});
afterAll(() => world.close());

async function member(name: string, role: Role): Promise<Member> {
  const { db } = world.database;
  const userId = newId("usr");
  const { workspaceId } = world.ada;
  await db.insert(users).values({ id: userId, email: `${name}@Home.test`, name });
  await db.insert(members).values({ workspaceId, userId, role });
  return { kind: "member", userId, name, workspaceId, role };
}

const answers = [
  { id: "yes", label: "Yes", tone: "primary" },
  { id: "no", label: "No", tone: "danger" },
];

/** Asks, and leaves by one of the ports with a mark that names it. */
function asking(config: object, ports: string[] = ["yes", "no"]) {
  const marked = ports.map((port) => [port, mark(port)] as const);
  return draw({
    channels: {
      q: text,
      trail,
      details: { type: "object", reducer: "replace" },
      who: { type: "array", reducer: "replace" },
    },
    nodes: {
      s: start("q"),
      ask: node("human", { message: "Send?", answers, record: "who", ...config }),
      ...Object.fromEntries(marked),
      done: end("trail", "details", "who"),
    },
    edges: ["s > ask", ...ports.flatMap((port) => [`ask.${port} > ${port}`, `${port} > done`])],
  });
}

async function paused(document: ReturnType<typeof asking>, process = server) {
  const agent = await world.publish(document);
  const { runId } = await world.start(process, agent, { q: "hi" });
  await eventOf(process, world.ada, runId, ({ type }) => type === "run.interrupted");
  const { items } = await process.service.interrupts(world.ada, { runId }, { limit: 1 });
  return { runId, id: items[0]?.id ?? "" };
}

async function outputOf(runId: string, process = server) {
  await eventOf(process, world.ada, runId, ({ type }) => type === "run.finished" || type === "run.failed");
  return (await process.service.get(world.ada, runId)).output;
}

describe("a form", () => {
  const form = [{ name: "sum", label: "Sum", kind: "number", min: 1 }];

  test("is refused with the field named, and its values go to a channel", async () => {
    const { runId, id } = await paused(asking({ form, formChannel: "details" }));
    const wrong: [JsonObject, string][] = [
      [{}, "form.sum"],
      [{ sum: 0 }, "form.sum"],
      [{ sum: 2, more: 1 }, "form.more"],
    ];
    for (const [given, field] of wrong) {
      await expect(server.service.answer(grace, id, { answer: "yes", form: given })).rejects.toMatchObject({
        code: "invalid_input",
        details: { field },
      });
    }
    await server.service.answer(grace, id, { answer: "yes", form: { sum: 2 } });
    expect(await outputOf(runId)).toMatchObject({ trail: ["yes"], details: { sum: 2 } });
  });
});

describe("a pause for some people", () => {
  const assignees = [
    { kind: "role", role: "developer" },
    { kind: "member", email: "GRACE@home.test" },
  ];

  test("is answered by them alone, and by administrators; others are told whose it is", async () => {
    const outsider: Actor = { ...grace, userId: (await member("Olga", "analyst")).userId, name: "Olga" };
    const { id } = await paused(asking({ assignees }));
    expect(await server.service.interrupt(outsider, id)).toMatchObject({
      mayAnswer: false,
      whyNot: "This is for the role developer, grace@home.test to answer.",
    });
    await expect(server.service.answer(outsider, id, { answer: "yes" })).rejects.toMatchObject({
      code: "forbidden",
    });
    for (const who of [bob, grace, world.ada]) {
      expect(await server.service.interrupt(who, id)).toMatchObject({ mayAnswer: true, whyNot: null });
    }
    expect(await server.service.answer(bob, id, { answer: "yes" })).toMatchObject({ status: "answered" });
  });

  test("stands in the inboxes of those it is for", async () => {
    const named = await paused(asking({ assignees: [{ kind: "member", email: "grace@home.test" }] }));
    const role = await paused(asking({ assignees: [{ kind: "role", role: "developer" }] }));
    const open = await paused(asking({}));
    const inbox = async (actor: Actor, whose: "all" | "mine" | "groups") => {
      const { items } = await server.service.interrupts(actor, { status: "waiting", whose }, { limit: 50 });
      const ids = new Set(items.map(({ id }) => id));
      return [named, role, open].map(({ id }) => ids.has(id));
    };
    expect(await inbox(grace, "mine")).toEqual([true, false, false]);
    expect(await inbox(grace, "groups")).toEqual([false, false, true]);
    expect(await inbox(bob, "mine")).toEqual([false, false, false]);
    expect(await inbox(bob, "groups")).toEqual([false, true, true]);
    expect(await inbox(bob, "all")).toEqual([true, true, true]);
  });

  test("is passed on to another member, whose turn it then is; not to strangers, nor to who may not answer", async () => {
    const { id } = await paused(asking({ assignees: [{ kind: "member", email: "grace@home.test" }] }));
    for (const to of ["nobody@home.test", "vera@home.test", "grace@home.test"]) {
      await expect(server.service.passOn(grace, id, to)).rejects.toMatchObject({
        code: "invalid_input",
        details: { field: "to" },
      });
    }
    await expect(server.service.passOn(bob, id, "bob@home.test")).rejects.toThrow();
    const after = await server.service.passOn(grace, id, "Bob@home.test");
    expect(after).toMatchObject({
      assignees: [{ kind: "member", email: "bob@home.test", by: "Grace" }],
      mayAnswer: false,
      whyNot: "You have passed this on to bob@home.test.",
    });
    await expect(server.service.answer(grace, id, { answer: "yes" })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await server.service.answer(bob, id, { answer: "yes" })).toMatchObject({ answeredBy: "Bob" });
    await expect(server.service.passOn(world.ada, id, "bob@home.test")).rejects.toMatchObject({
      code: "already_answered",
    });
  });

  test("takes comments while it waits", async () => {
    const { id } = await paused(asking({ assignees }));
    await Promise.all([
      server.service.comment(grace, id, "Is this urgent?"),
      server.service.comment(bob, id, "Yes."),
    ]);
    const { comments } = await server.service.interrupt(vera, id);
    expect(comments.map(({ by, text }) => `${by}: ${text}`).toSorted()).toEqual([
      "Bob: Yes.",
      "Grace: Is this urgent?",
    ]);
    await server.service.answer(bob, id, { answer: "no" });
    await expect(server.service.comment(grace, id, "Why?")).rejects.toMatchObject({
      code: "already_answered",
    });
  });
});

describe("a pause for several people", () => {
  const several = { several: true, people: 2, rule: "same" };

  test("goes on when enough have answered, also over a restart; everybody's answer is on record", async () => {
    const first = await world.startProcess();
    const { runId, id } = await paused(asking(several, ["yes", "no", "split"]), first);
    expect(await first.service.answer(grace, id, { answer: "yes" })).toMatchObject({
      status: "waiting",
      mayAnswer: false,
      votes: [{ by: "Grace", answer: "yes" }],
    });
    await expect(first.service.answer(grace, id, { answer: "yes" })).rejects.toMatchObject({
      code: "conflict",
    });
    await first.stop(0);
    expect(await server.service.answer(bob, id, { answer: "yes" })).toMatchObject({
      status: "answered",
      answeredBy: "Grace, Bob",
    });
    expect(await outputOf(runId)).toMatchObject({
      trail: ["yes"],
      who: [
        { by: "Grace", answer: "yes" },
        { by: "Bob", answer: "yes" },
      ],
    });
  });

  test("leaves by a port of its own where they differ", async () => {
    const { runId, id } = await paused(asking(several, ["yes", "no", "split"]));
    await server.service.answer(grace, id, { answer: "yes" });
    await server.service.answer(bob, id, { answer: "no" });
    expect(await outputOf(runId)).toMatchObject({ trail: ["split"] });
  });

  test("counts each of those who answer at the same moment, and goes on once", async () => {
    const people = { several: true, people: 3, rule: "majority" };
    const { runId, id } = await paused(asking(people, ["yes", "no", "split"]));
    const results = await Promise.allSettled(
      [grace, bob, world.ada].map((who) => server.service.answer(who, id, { answer: "yes" })),
    );
    expect(results.filter(({ status }) => status === "fulfilled").length).toBeGreaterThanOrEqual(2);
    expect(await outputOf(runId)).toMatchObject({ trail: ["yes"] });
    const events = await eventsOf(server, world.ada, runId);
    expect(events.filter(({ type }) => type === "interrupt.answered")).toHaveLength(1);
  });
});

describe("time", () => {
  const move = (id: string, column: "wake_at" | "escalate_at") =>
    world.database.pool.query(`update interrupts set ${column} = now() where id = $1`, [id]);

  test("runs out: the pause is answered by nobody, and the run leaves by its own port", async () => {
    const deadline = { deadline: true, deadlineAfter: 1, deadlineUnit: "days", several: true };
    const { runId, id } = await paused(asking(deadline, ["yes", "no", "split", "expired"]));
    await expect(server.service.answer(bob, id, { answer: "expired" })).rejects.toMatchObject({
      code: "invalid_input",
    });
    await server.service.answer(grace, id, { answer: "yes" });
    const before = await server.service.interrupt(world.ada, id);
    expect(Date.parse(before.expiresAt ?? "") - Date.parse(before.createdAt)).toBe(86_400_000);
    await move(id, "wake_at");
    expect(await outputOf(runId)).toMatchObject({ trail: ["expired"], who: [{ by: "Grace" }] });
    await expect(server.service.answer(bob, id, { answer: "yes" })).rejects.toMatchObject({
      code: "already_answered",
    });
  });

  test("brings in further people, once; those who were asked before may still answer", async () => {
    const escalate = {
      assignees: [{ kind: "member", email: "grace@home.test" }],
      escalate: true,
      escalateAfter: 1,
      escalateUnit: "days",
      escalateTo: [{ kind: "role", role: "developer" }],
    };
    const { runId, id } = await paused(asking(escalate));
    expect((await server.service.interrupt(bob, id)).mayAnswer).toBe(false);
    const { bus } = server.live;
    const { promise: told, resolve } = Promise.withResolvers<void>();
    const stop = bus.subscribe("inbox", (change) => change.runId === runId && resolve());
    await move(id, "escalate_at");
    await told;
    stop();
    expect(await server.service.interrupt(bob, id)).toMatchObject({
      mayAnswer: true,
      escalatesAt: null,
      assignees: [
        { kind: "member", email: "grace@home.test" },
        { kind: "role", role: "developer", later: true },
      ],
    });
    expect((await server.service.interrupt(grace, id)).mayAnswer).toBe(true);
  });
});
