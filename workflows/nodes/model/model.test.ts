import { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { AIMessage, AIMessageChunk, HumanMessage } from "@langchain/core/messages";
import { fakeModel } from "langchain";
import { describe, expect, it, vi } from "vitest";
import type { NodeServices } from "@/workflows/runtime/ports";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { modelDefinition } from "./definition";

nodeContract("model");

function modelService(...answers: AIMessage[]) {
  const model = answers.reduce((built, answer) => built.respond(answer), fakeModel());
  const resolve = vi.fn<NodeServices["models"]["resolve"]>(async () => model);
  return { model, resolve, services: { models: { resolve } } };
}

const base = { model: "acme/one", prompt: "Say {{ what }}", output: "said" };

describe("model", () => {
  it("sends instructions and prompt, filled in, and writes the answer", async () => {
    const { model, resolve, services } = modelService(new AIMessage("Hi"));
    const config = { ...base, system: "Be {{ mood }}.", temperature: 0.5, maxTokens: 9 };
    expect(await runNode("model", config, { what: "hi", mood: "kind" }, services)).toEqual({
      update: { said: "Hi" },
    });
    expect(resolve).toHaveBeenCalledWith(
      "acme/one",
      { temperature: 0.5, maxTokens: 9 },
      expect.objectContaining({ needs: [], answerTokens: 9 }),
    );
    expect(model.calls[0]?.messages.map((message) => [message.getType(), message.text])).toEqual([
      ["system", "Be kind."],
      ["human", "Say hi"],
    ]);
  });

  it("shows the model what a channel holds, asks for one that can look at it, and says what is tuned", async () => {
    const { model, resolve, services } = modelService(new AIMessage("A cat"));
    const config = { ...base, attachments: "photo", reasoning: "low", cachePrompt: true };
    const photo = "data:image/png;base64,aGk=";
    await runNode("model", config, { what: "it", photo }, services);
    expect(resolve).toHaveBeenCalledWith(
      "acme/one",
      {
        reasoning: "low",
        cachePrompt: true,
        shown: ["image"],
      },
      expect.objectContaining({ needs: ["images", "reasoning"] }),
    );
    expect(model.calls[0]?.messages[0]?.content).toEqual([
      { type: "text", text: "Say it" },
      { type: "image_url", image_url: { url: photo } },
    ]);
  });

  it.each([
    ["no picture", null, "Say it"],
    ["an empty list", [], "Say it"],
  ])("asks in text alone where there is %s", async (_, photo, content) => {
    const { model, resolve, services } = modelService(new AIMessage("Nothing"));
    await runNode("model", { ...base, attachments: "photo" }, { what: "it", photo }, services);
    expect(model.calls[0]?.messages[0]?.content).toBe(content);
    expect(resolve).toHaveBeenCalledWith("acme/one", {}, expect.objectContaining({ needs: [] }));
  });

  it("shows it with what the person said last where there is no prompt, and with the prompt where there is one", async () => {
    const { model, services } = modelService(new AIMessage("A cat"), new AIMessage("A cat"));
    const photo = "data:image/png;base64,aGk=";
    const state = { chat: [new HumanMessage("Hi"), new HumanMessage("What is it?")], photo };
    const shown = { type: "image_url", image_url: { url: photo } };
    const config = { model: "acme/one", messages: "chat", attachments: "photo" };
    await runNode("model", config, state, services);
    await runNode("model", { ...config, prompt: "Look" }, state, services);
    expect(model.calls.map(({ messages }) => messages.map(({ content }) => content))).toEqual([
      ["Hi", [{ type: "text", text: "What is it?" }, shown]],
      ["Hi", "What is it?", [{ type: "text", text: "Look" }, shown]],
    ]);
  });

  it("says what is wrong with what a channel holds", async () => {
    const { services } = modelService(new AIMessage("-"));
    const state = { what: "it", photo: "https://example.com/cat.png" };
    await expect(runNode("model", { ...base, attachments: "photo" }, state, services)).rejects.toMatchObject({
      code: "invalid_input",
      details: { field: "attachments" },
    });
  });

  it("adds its answer to a conversation", async () => {
    const { model, services } = modelService(new AIMessage({ content: "Hello", id: "a" }));
    const config = { model: "acme/one", messages: "chat" };
    const { update } = await runNode("model", config, { chat: [new HumanMessage("Hi")] }, services);
    expect(update).toMatchObject({ chat: [{ content: "Hello", id: "a" }] });
    expect(model.calls[0]?.messages.map((message) => message.text)).toEqual(["Hi"]);
  });

  it("sends a prompt behind the conversation without keeping it", async () => {
    const { model, services } = modelService(new AIMessage("In short"));
    const config = { ...base, messages: "chat" };
    const { update } = await runNode(
      "model",
      config,
      { chat: [new HumanMessage("Hi")], what: "it" },
      services,
    );
    expect(model.calls[0]?.messages.map((message) => message.text)).toEqual(["Hi", "Say it"]);
    expect(update?.chat).toHaveLength(1);
    expect(update?.said).toBe("In short");
  });

  it("begins a conversation that is still empty", async () => {
    const { services } = modelService(new AIMessage("Hello"));
    const config = { model: "acme/one", messages: "chat", prompt: "Greet me" };
    expect((await runNode("model", config, {}, services)).update?.chat).toHaveLength(1);
  });

  it("writes the text of an answer in blocks", async () => {
    const blocks = [
      { type: "text", text: "One " },
      { type: "text", text: "two" },
    ];
    const { services } = modelService(new AIMessage({ content: blocks }));
    expect(await runNode("model", base, { what: "x" }, services)).toEqual({ update: { said: "One two" } });
  });

  it("reports a model that is not configured", async () => {
    const resolve = async () => Promise.reject(new Error("no such model"));
    await expect(runNode("model", base, { what: "x" }, { models: { resolve } })).rejects.toThrow(
      "no such model",
    );
  });

  it.each([
    [{ model: "m" }, [/^prompt: The model is told nothing/, /^output: The answer goes nowhere/]],
    [{ ...base, format: "json" }, [/^schema: A JSON answer needs a schema/]],
    [{ model: "m", messages: "chat" }, []],
  ])("checks what the schema cannot: %j", (config, expected) => {
    const issues = issuesOf("model", config);
    expect(issues).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(issues[index]).toMatch(pattern);
  });

  it("reads what its texts name and says which types it needs", () => {
    const config = modelDefinition.config.parse({ ...base, system: "{{ mood }}", messages: "chat" });
    expect(modelDefinition.reads(config)).toEqual([
      { channel: "mood", field: "system" },
      { channel: "chat", field: "messages", types: ["messages"] },
      { channel: "what", field: "prompt" },
    ]);
    expect(modelDefinition.writes({ ...config, format: "json" })).toEqual([
      { channel: "chat", field: "messages", type: "messages" },
      { channel: "said", field: "output", type: "object" },
    ]);
  });
});

describe("a model's structured answer", () => {
  const schema = {
    type: "object",
    properties: { city: { type: "string" }, days: { type: "integer" } },
    required: ["city"],
    additionalProperties: false,
  };
  const config = { ...base, format: "json", schema };

  /** Answers through the tool that LangChain binds for structured output. */
  class StructuredModel extends BaseChatModel {
    constructor(private readonly answer: object) {
      super({});
    }
    override _llmType() {
      return "structured";
    }
    override bindTools() {
      return this;
    }
    override async _generate() {
      const tool_calls = [{ id: "c", name: "answer", args: { ...this.answer } }];
      return { generations: [{ text: "", message: new AIMessageChunk({ content: "", tool_calls }) }] };
    }
  }
  const answering = (answer: object) => ({ models: { resolve: async () => new StructuredModel(answer) } });

  it("is written as an object and kept in the conversation as text", async () => {
    const { update } = await runNode(
      "model",
      { ...config, messages: "chat" },
      { what: "it" },
      answering({ city: "Rome", days: 3 }),
    );
    expect(update?.said).toEqual({ city: "Rome", days: 3 });
    expect(update?.chat).toMatchObject([{ content: '{"city":"Rome","days":3}', tool_calls: [] }]);
  });

  it.each([
    [{ days: 3 }, /city/],
    [{ city: "Rome", days: "three" }, /days/],
  ])("is refused where it does not fit the schema: %j", async (answer, message) => {
    await expect(runNode("model", config, { what: "it" }, answering(answer))).rejects.toMatchObject({
      code: "output_invalid",
      message: expect.stringMatching(message),
      details: { field: "schema" },
    });
  });
});
