import { afterAll, beforeAll, expect, test } from "vitest";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import type { Mail } from "@/workflows/runtime/ports";
import { AnswerLinks } from "./links/answer-links";
import { createRunWorld, eventOf, type RunWorld, type TestProcess } from "./testing/run-world";

let world: RunWorld;
let server: TestProcess;
beforeAll(async () => {
  world = await createRunWorld();
  server = await world.startProcess(5, { publicUrl: "https://box.example.com" });
});
afterAll(() => world.close());

const answers = [
  { id: "yes", label: "Yes", tone: "primary" },
  { id: "no", label: "No", tone: "danger" },
];

async function ask(config: object) {
  const document = draw({
    channels: { q: text },
    nodes: {
      s: start("q"),
      ask: node("human", { message: "Send {{ q }}?", answers, ...config }),
      done: end("q"),
    },
    edges: ["s > ask", "ask.yes > done", "ask.no > done"],
  });
  const { runId } = await world.start(server, await world.publish(document), { q: "it" });
  await eventOf(server, world.ada, runId, ({ type }) => type === "run.interrupted");
  const { items } = await server.service.interrupts(world.ada, { runId }, { limit: 1 });
  return { runId, id: items[0]?.id ?? "" };
}

/** The next e-mails that are sent. */
function mails(count: number): Promise<Mail[]> {
  const { promise, resolve } = Promise.withResolvers<Mail[]>();
  const sent: Mail[] = [];
  world.outside.mail = async (mail) => {
    sent.push(mail);
    if (sent.length === count) resolve(sent);
  };
  return promise;
}

const tokenIn = (mail: Mail | undefined, label: string) =>
  new RegExp(`${label}: https://box\\.example\\.com/answer/(\\S+)`).exec(mail?.text ?? "")?.[1] ?? "";

test("the question goes to each address with links of its own, and a link answers it", async () => {
  const sent = mails(2);
  const { runId, id } = await ask({ tell: "email", tellTo: "a@example.com, b@example.com" });
  const [first, second] = await sent;
  expect([first?.to, second?.to]).toEqual([["a@example.com"], ["b@example.com"]]);
  expect(first).toMatchObject({ subject: "human (Agent)", callKey: `${id}:1:a@example.com` });
  expect(first?.text).toContain("Send it?");
  const token = tokenIn(second, "Yes");
  expect(token).not.toBe(tokenIn(first, "Yes"));
  const links = new AnswerLinks(server.context);
  await links.use(token, { answer: "yes" });
  await eventOf(server, world.ada, runId, ({ type }) => type === "run.finished");
  expect(await server.service.interrupt(world.ada, id)).toMatchObject({ answeredBy: "b@example.com (link)" });
  expect((await links.look(tokenIn(first, "No"))).state).toBe("answered");
});

test("they are reminded while nobody has answered", async () => {
  const first = mails(1);
  const again = { remind: true, remindAfter: 1, remindUnit: "days" };
  const { id } = await ask({ tell: "email", tellTo: "a@example.com", ...again });
  await first;
  const second = mails(1);
  await world.database.pool.query("update interrupts set tell_at = now() where id = $1", [id]);
  expect(await second).toMatchObject([
    { subject: "Reminder: human (Agent)", callKey: `${id}:2:a@example.com` },
  ]);
});

test("a chat gets it where a secret says, and what goes wrong stands beside the question", async () => {
  world.outside.reveal = async (name) => `https://hooks.example.com/${name}`;
  const { promise, resolve } = Promise.withResolvers<{ url: string; body?: string | undefined }>();
  world.answerHttp(async (call) => {
    resolve(call);
    return { status: 200, headers: {}, body: "ok", url: call.url };
  });
  await ask({ tell: "slack", tellSecret: "TEAM" });
  const call = await promise;
  expect(call.url).toBe("https://hooks.example.com/TEAM");
  expect(call.body).toContain("|Yes>");

  world.answerHttp(async (failed) => ({ status: 404, headers: {}, body: "no such hook", url: failed.url }));
  const told = Promise.withResolvers<void>();
  const waiting = new Set<string>();
  const stop = server.live.bus.subscribe("inbox", ({ runId }) => {
    if (waiting.has(runId)) told.resolve();
    waiting.add(runId);
  });
  const { id } = await ask({ tell: "slack", tellSecret: "TEAM" });
  await told.promise;
  stop();
  const { comments, status } = await server.service.interrupt(world.ada, id);
  expect(status).toBe("waiting");
  expect(comments).toMatchObject([{ by: "Signalbox", text: expect.stringContaining("could not be told") }]);
});
