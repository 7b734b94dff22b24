import { AIMessageChunk } from "@langchain/core/messages";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draw, end, mark, node, start, text, trail } from "@/workflows/compile/testing/draw";
import { createRunWorld, eventOf, eventsOf, type RunWorld, type TestProcess } from "./testing/run-world";

let world: RunWorld;
let server: TestProcess;
beforeAll(async () => {
  world = await createRunWorld();
  server = await world.startProcess();
});
afterAll(() => world.close());

const answers = [
  { id: "yes", label: "Yes", tone: "primary" },
  { id: "no", label: "No", tone: "danger" },
];
const ask = (message: string, edit: string[] = []) => node("human", { message, answers, edit });

/** before → ask → after */
const one = draw({
  channels: { q: text, trail },
  nodes: {
    s: start("q"),
    a: mark("a"),
    ask: ask("Send “{{ q }}”?", ["q"]),
    b: mark("b"),
    done: end("trail", "q"),
  },
  edges: ["s > a", "a > ask", "ask.yes > b", "ask.no > done", "b > done"],
});

/** Two people are asked at once; each answer leads on by itself. */
const two = draw({
  channels: { q: text, trail },
  nodes: {
    s: start("q"),
    left: ask("Left?"),
    right: ask("Right?"),
    l: mark("l"),
    r: mark("r"),
    done: end("trail"),
  },
  edges: [
    "s > left",
    "s > right",
    "left.yes > l",
    "left.no > done",
    "right.yes > r",
    "right.no > done",
    "l > done",
    "r > done",
  ],
});

async function paused(document: typeof one) {
  const agent = await world.publish(document);
  const { runId, threadId } = await world.start(server, agent, { q: "hi" });
  const run = await server.service.wait(world.ada, runId);
  expect(run.status).toBe("interrupted");
  const { items } = await server.service.interrupts(world.ada, { runId, status: "waiting" }, { limit: 10 });
  const byNode = Object.fromEntries(items.map((item) => [item.nodeId, item]));
  return { agent, runId, threadId, byNode };
}

/** Waits past the pause that is being answered. */
const ended = (runId: string, process = server) =>
  eventOf(process, world.ada, runId, ({ type }) => type === "run.finished" || type === "run.failed");

describe("a pause", () => {
  test("is a row in the inbox with what it asks, and the answer goes on from there", async () => {
    const { runId, byNode } = await paused(one);
    const pause = byNode.ask;
    expect(pause).toMatchObject({
      nodeTitle: "human",
      payload: { message: "Send “hi”?", editable: { q: "hi" } },
      status: "waiting",
    });
    const answered = await server.service.answer(world.ada, pause?.id ?? "", {
      answer: "yes",
      edits: { q: "ho" },
    });
    expect(answered).toMatchObject({ status: "answered", answeredBy: "Ada", answer: { answer: "yes" } });
    await ended(runId);
    const { run, view } = await server.service.view(world.ada, runId);
    expect(run).toMatchObject({ status: "success", output: { trail: ["a", "b"], q: "ho" } });
    expect(view.interrupts).toMatchObject([
      { nodeId: "ask", visit: 1, answer: { answer: "yes" }, answeredBy: "Ada" },
    ]);
    expect(view.nodes.ask).toMatchObject({ status: "done", visits: 1 });
    expect(view.nodes.a?.visits).toBe(1);
  });

  test("is resumed by another process after the first has gone", async () => {
    const first = await world.startProcess();
    const agent = await world.publish(one);
    const { runId } = await world.start(first, agent, { q: "hi" });
    await first.service.wait(world.ada, runId);
    await first.stop(0);
    await server.stop(0);
    server = await world.startProcess();
    const { items } = await server.service.interrupts(world.ada, { runId }, { limit: 1 });
    await server.service.answer(world.ada, items[0]?.id ?? "", { answer: "no" });
    await ended(runId);
    expect(await server.service.get(world.ada, runId)).toMatchObject({
      status: "success",
      output: { trail: ["a"] },
    });
  });

  test("takes one of two answers given at once; the other is told who was faster", async () => {
    const { runId, byNode } = await paused(one);
    const id = byNode.ask?.id ?? "";
    const results = await Promise.allSettled([
      server.service.answer(world.ada, id, { answer: "yes" }),
      server.service.answer({ ...world.ada, name: "Grace" }, id, { answer: "no" }),
    ]);
    const lost = results.filter((result) => result.status === "rejected");
    expect(lost).toMatchObject([
      { reason: { code: "already_answered", details: { data: { status: "answered", runId } } } },
    ]);
    await ended(runId);
    const events = await eventsOf(server, world.ada, runId);
    expect(events.filter(({ type }) => type === "interrupt.answered")).toHaveLength(1);
  });

  test.each([
    ["an unknown answer", { answer: "maybe" }, "answer"],
    ["free text where none is asked for", { answer: "yes", text: "but" }, "text"],
    ["an edit of a channel it does not offer", { answer: "yes", edits: { trail: [] } }, "edits.trail"],
    ["an edit of the wrong type", { answer: "yes", edits: { q: 7 } }, "edits.q"],
  ])("refuses %s and stays open", async (_name, answer, field) => {
    const { byNode } = await paused(one);
    const id = byNode.ask?.id ?? "";
    await expect(server.service.answer(world.ada, id, answer)).rejects.toMatchObject({
      code: "invalid_input",
      details: { field },
    });
    expect((await server.service.interrupt(world.ada, id)).status).toBe("waiting");
  });

  test("blocks its thread for new input, and says which approval is waited for", async () => {
    const { agent, threadId, byNode } = await paused(one);
    await expect(world.start(server, agent, { q: "again" }, threadId)).rejects.toMatchObject({
      code: "conflict",
      message: "This conversation waits for an approval: “Send “hi”?”.",
      details: { data: { interruptId: byNode.ask?.id } },
    });
  });

  test("is withdrawn when its run is stopped", async () => {
    const { runId, byNode } = await paused(one);
    expect(await server.service.cancel(world.ada, runId)).toMatchObject({ status: "cancelled" });
    const id = byNode.ask?.id ?? "";
    expect((await server.service.interrupt(world.ada, id)).status).toBe("withdrawn");
    await expect(server.service.answer(world.ada, id, { answer: "yes" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("is not visible from another workspace", async () => {
    const { runId, byNode } = await paused(one);
    const stranger = { ...world.ada, workspaceId: "wsp_other" };
    const missing = { code: "not_found" };
    await expect(server.service.interrupt(stranger, byNode.ask?.id ?? "")).rejects.toMatchObject(missing);
    await expect(
      server.service.answer(stranger, byNode.ask?.id ?? "", { answer: "yes" }),
    ).rejects.toMatchObject(missing);
    await expect(server.service.cancel(stranger, runId)).rejects.toMatchObject(missing);
    await expect(server.service.view(stranger, runId)).rejects.toMatchObject(missing);
  });
});

describe("two pauses of one step", () => {
  test("have a row each; an answer goes only to its own, and the other keeps waiting", async () => {
    const { runId, byNode } = await paused(two);
    expect(Object.keys(byNode).sort()).toEqual(["left", "right"]);
    const before = byNode.right;
    await server.service.answer(world.ada, byNode.left?.id ?? "", { answer: "no" });
    await eventOf(
      server,
      world.ada,
      runId,
      (event) => event.type === "run.interrupted" && event.data.interruptIds.length === 1,
    );
    expect(await server.service.interrupt(world.ada, before?.id ?? "")).toEqual(before);
    const { view } = await server.service.view(world.ada, runId);
    expect(view).toMatchObject({
      status: "interrupted",
      nodes: { left: { status: "done" }, right: { status: "waiting", visits: 1 } },
    });
    await server.service.answer(world.ada, byNode.right?.id ?? "", { answer: "yes" });
    await ended(runId);
    expect(await server.service.get(world.ada, runId)).toMatchObject({
      status: "success",
      output: { trail: ["r"] },
    });
  });

  test("answered at once, both count, each with its own answer", async () => {
    const { runId, byNode } = await paused(two);
    await Promise.all([
      server.service.answer(world.ada, byNode.left?.id ?? "", { answer: "yes" }),
      server.service.answer(world.ada, byNode.right?.id ?? "", { answer: "no" }),
    ]);
    await ended(runId);
    expect(await server.service.get(world.ada, runId)).toMatchObject({
      status: "success",
      output: { trail: ["l"] },
    });
    const { items } = await server.service.interrupts(world.ada, { runId }, { limit: 10 });
    expect(Object.fromEntries(items.map(({ nodeId, answer }) => [nodeId, answer?.answer]))).toEqual({
      left: "yes",
      right: "no",
    });
  });
});

test("a tool's call is approved with other arguments in another process, after wrong ones were refused", async () => {
  let asked = 0;
  world.script("acme/careful", async function* () {
    asked += 1;
    const args = JSON.stringify({ expression: "2 + 2" });
    const call = { id: "call_1", name: "calculator", args, index: 0, type: "tool_call_chunk" as const };
    yield asked === 1
      ? new AIMessageChunk({ content: "", tool_call_chunks: [call] })
      : new AIMessageChunk("Done.");
  });
  const tools = [{ type: "calculator", approval: "always", config: {} }];
  const { runId, byNode } = await paused(
    draw({
      channels: { q: text, chat: { type: "messages", reducer: "messages" } },
      nodes: {
        s: start("q"),
        help: node("agent", { model: "acme/careful", prompt: "{{ q }}", messages: "chat", tools }),
        done: end("chat"),
      },
      edges: ["s > help", "help > done"],
    }),
  );
  const pause = byNode.help;
  expect(pause?.payload.tool).toMatchObject({ name: "calculator", args: { expression: "2 + 2" } });
  const decide = (args: { expression: string | number }) =>
    server.service.answer(world.ada, pause?.id ?? "", { answer: "approve", args });
  await expect(decide({ expression: 4 })).rejects.toMatchObject({ details: { field: "args" } });
  await server.stop(0);
  server = await world.startProcess();
  await decide({ expression: "6 * 7" });
  await ended(runId);
  expect((await server.service.get(world.ada, runId)).output).toMatchObject({
    chat: [
      { role: "assistant", toolCalls: [{ args: { expression: "2 + 2" } }] },
      { role: "tool", content: expect.stringMatching(/changed the arguments.*6 \* 7.*Result: 42/) },
      { role: "assistant", content: "Done." },
    ],
  });
  expect(asked).toBe(2);
});
