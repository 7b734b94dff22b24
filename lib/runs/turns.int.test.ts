import { AIMessageChunk } from "@langchain/core/messages";
import { afterAll, beforeAll, expect, test } from "vitest";
import { draw, end, node, start } from "@/workflows/compile/testing/draw";
import type { Script } from "@/workflows/runtime/testing/scripted-model";
import { createRunWorld, eventOf, type RunWorld, type TestProcess } from "./testing/run-world";

let world: RunWorld;
let server: TestProcess;
beforeAll(async () => {
  world = await createRunWorld();
  server = await world.startProcess();
});
afterAll(() => world.close());

/** An answer that a person may send back. */
const reviewed = draw({
  channels: { messages: { type: "messages", reducer: "messages" } },
  nodes: {
    s: start("messages"),
    first: node("human", {
      message: "May it answer?",
      answers: [{ id: "yes", label: "Yes", tone: "primary" }],
    }),
    write: node("model", { model: "acme/1", messages: "messages" }),
    check: node("human", {
      message: "Good?",
      answers: [
        { id: "yes", label: "Yes", tone: "primary" },
        { id: "again", label: "Again", tone: "neutral" },
      ],
    }),
    done: end("messages"),
  },
  edges: ["s > first", "first.yes > write", "write > check", "check.yes > done", "check.again > write x5"],
});

const says: Script = async function* () {
  yield new AIMessageChunk({ content: "Well" });
};
const hello = (content: string) => ({ messages: [{ role: "user", content }] });

/** Answers the pause that waits, and waits for the next one or the end. */
async function answer(runId: string, choice: string): Promise<void> {
  const { items } = await server.service.interrupts(world.ada, { runId, status: "waiting" }, { limit: 10 });
  const { view } = await server.service.view(world.ada, runId);
  await server.service.answer(world.ada, items[0]?.id ?? "", { answer: choice });
  const over = new Set(["run.interrupted", "run.finished"]);
  await eventOf(server, world.ada, runId, ({ type, seq }) => seq > view.seq && over.has(type));
}

test("a turn says after how many of its messages each of its pauses came", async () => {
  world.script("acme/1", says);
  const agent = await world.publish(reviewed);
  const turnsOf = (threadId: string) => server.service.turns(world.ada, agent.id, threadId);

  const { runId, threadId } = await world.start(server, agent, hello("Hi"));
  await server.service.wait(world.ada, runId);
  expect(await turnsOf(threadId)).toMatchObject([{ pauses: [{ after: 1 }] }]);
  await answer(runId, "yes");
  await answer(runId, "again");
  const [waiting] = await turnsOf(threadId);
  expect(waiting?.pauses.map(({ after }) => after)).toEqual([1, 2, 3]);
  const { items } = await server.service.interrupts(world.ada, { runId }, { limit: 10 });
  expect(waiting?.pauses.map(({ interruptId }) => interruptId)).toEqual(items.map(({ id }) => id).reverse());
  await answer(runId, "yes");

  const next = await world.start(server, agent, hello("More"), threadId);
  await server.service.wait(world.ada, next.runId);
  await answer(next.runId, "yes");
  const turns = await turnsOf(threadId);
  expect(turns.map(({ messages }) => messages.map(({ content }) => content))).toEqual([
    ["Hi", "Well", "Well"],
    ["More", "Well"],
  ]);
  expect(turns.map(({ pauses }) => pauses.map(({ after }) => after))).toEqual([
    [1, 2, 3],
    [1, 2],
  ]);
});
