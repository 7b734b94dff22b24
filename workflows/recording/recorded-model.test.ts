import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { AIMessageChunk, HumanMessage, ToolMessage } from "@langchain/core/messages";
import { expect, test } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import { type Script, ScriptedModel } from "@/workflows/runtime/testing/scripted-model";
import { AnsweringModel } from "@/workflows/testing/answering-model";
import { wasPlayed } from "./recorded-answer.server";
import { type ModelIdentity, recordModel } from "./recorded-model.server";
import { Tape } from "./testing/tape";

const identity: ModelIdentity = { reference: "con_1/acme-1", settings: { temperature: 0.2 } };
const usage_metadata = { input_tokens: 4, output_tokens: 2, total_tokens: 6 };
const words: Script = async function* () {
  yield new AIMessageChunk({ content: "Good " });
  yield new AIMessageChunk({ content: "day", usage_metadata });
};

/** Answers nothing: whoever asks it has left the recording. */
const silent = () => recordModel(new AnsweringModel(), identity);
const scripted = (...scripts: Script[]) => recordModel(new ScriptedModel(scripts), identity);
const ask = (model: BaseChatModel, text: string) => model.invoke([new HumanMessage(text)]);

async function streamed(model: BaseChatModel, text: string) {
  const chunks: AIMessageChunk[] = [];
  for await (const chunk of await model.stream([new HumanMessage(text)])) chunks.push(chunk);
  return chunks;
}

test("an answer comes back as it was, under the same id, and is known for a recorded one", async () => {
  const tape = new Tape();
  const live = await tape.during(() => ask(recordModel(new AnsweringModel("Hello"), identity), "Hi"));
  const again = await tape.replay().during(() => ask(silent(), "Hi"));
  expect(again.toJSON()).toEqual(live.toJSON());
  expect(again.id).toMatch(/^run-/);
  expect([wasPlayed(live), wasPlayed(again)]).toEqual([false, true]);
});

test("calls of tools come back with their arguments", async () => {
  const tape = new Tape();
  const live = await tape.during(() => ask(recordModel(new AnsweringModel({ a: 1 }), identity), "Hi"));
  const again = await tape.replay().during(() => ask(silent(), "Hi"));
  expect(again.tool_calls).toEqual(live.tool_calls);
  expect(again.tool_calls).toMatchObject([{ name: "answer", args: { a: 1 } }]);
});

test("pieces come back as one, with the tokens they took", async () => {
  const tape = new Tape();
  const live = await tape.during(() => streamed(scripted(words), "Hi"));
  expect(live.map(({ text }) => text).filter(Boolean)).toEqual(["Good ", "day"]);
  const again = await tape.replay().during(() => streamed(scripted(), "Hi"));
  const said = again.filter(({ text }) => text !== "");
  expect(said).toMatchObject([{ text: "Good day", usage_metadata, id: live[0]?.id }]);
});

test("the first of two equal questions is given the first answer, and the second the second", async () => {
  const tape = new Tape();
  const model = recordModel(new AnsweringModel("one", "two"), identity);
  const twice = async (asked: BaseChatModel) => {
    const first = await ask(asked, "Hi");
    const second = await ask(asked, "Hi");
    return [first.text, second.text, first.id === second.id];
  };
  expect(await tape.during(() => twice(model))).toEqual(["one", "two", false]);
  expect(await tape.replay().during(() => twice(silent()))).toEqual(["one", "two", false]);
});

test.each<{ name: string; identity?: ModelIdentity; options?: object }>([
  { name: "another model", identity: { ...identity, reference: "con_1/acme-2" } },
  { name: "another temperature", identity: { ...identity, settings: { temperature: 0.9 } } },
  { name: "another word to stop at", options: { stop: ["."] } },
])("$name is another request", async ({ identity: other = identity, options }) => {
  const tape = new Tape();
  await tape.during(() => ask(recordModel(new AnsweringModel("Hello"), identity), "Hi"));
  const asked = recordModel(new AnsweringModel(), other);
  const again = tape.replay().during(() => asked.invoke([new HumanMessage("Hi")], options));
  await expect(again).rejects.toMatchObject({ code: "replay_diverged" });
});

test("ids of messages make no other request; what a tool said does", async () => {
  const asked = (id: string, said: string) => [
    new HumanMessage({ id, content: "Look it up" }),
    new ToolMessage({ content: said, tool_call_id: "call_1" }),
  ];
  const tape = new Tape();
  const model = recordModel(new AnsweringModel("It rains"), identity);
  await tape.during(() => model.invoke(asked("one", "rain")));
  const replayed = (id: string, said: string) => tape.replay().during(() => silent().invoke(asked(id, said)));
  expect((await replayed("two", "rain")).text).toBe("It rains");
  await expect(replayed("one", "sun")).rejects.toMatchObject({ code: "replay_diverged" });
});

const busy = new AppError("rate_limited", "Slow down.");

class BusyModel extends AnsweringModel {
  override _generate() {
    return Promise.reject(busy);
  }
}

test("a call that failed fails again with its code", async () => {
  const tape = new Tape();
  await expect(tape.during(() => ask(recordModel(new BusyModel(), identity), "Hi"))).rejects.toBe(busy);
  expect(tape.calls).toMatchObject([{ result: { problem: { code: "rate_limited" } } }]);
  await expect(tape.replay().during(() => ask(silent(), "Hi"))).rejects.toMatchObject({
    code: "rate_limited",
    message: "Slow down.",
  });
});

test("a stream that broke off fails again, without its beginning", async () => {
  const breaks: Script = async function* () {
    yield new AIMessageChunk({ content: "Good " });
    throw busy;
  };
  const tape = new Tape();
  await expect(tape.during(() => streamed(scripted(breaks), "Hi"))).rejects.toBe(busy);
  const again = tape.replay().during(() => streamed(scripted(words), "Hi"));
  await expect(again).rejects.toMatchObject({ code: "rate_limited", message: "Slow down." });
});

test("pieces that nobody waited for are not kept as an answer", async () => {
  const tape = new Tape();
  await tape.during(async () => {
    for await (const chunk of scripted(words)._streamResponseChunks([new HumanMessage("Hi")], {})) {
      if (chunk.text) break;
    }
  });
  expect(tape.kept).toEqual([]);
});

test("a model that is recorded twice keeps one call", async () => {
  const tape = new Tape();
  const model = recordModel(recordModel(new AnsweringModel("Hello"), identity), identity);
  await tape.during(() => ask(model, "Hi"));
  expect(tape.kept).toHaveLength(1);
});

test("people read what was asked of whom", async () => {
  const tape = new Tape();
  await tape.during(() => ask(recordModel(new AnsweringModel("Hello"), identity), "Hi"));
  expect(tape.calls).toMatchObject([{ kind: "model", target: "con_1/acme-1", asked: "human: Hi" }]);
});

test("outside of recorded runs it is the model itself", async () => {
  expect((await ask(recordModel(new AnsweringModel("Hello"), identity), "Hi")).text).toBe("Hello");
  expect((await streamed(scripted(words), "Hi")).map(({ text }) => text).join("")).toBe("Good day");
});
