import { HumanMessage } from "@langchain/core/messages";
import { fakeModel } from "langchain";
import { describe, expect, it } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import { AnsweringModel, askedOf } from "@/workflows/testing/answering-model";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeServices } from "@/workflows/testing/fake-services";
import { issuesOf } from "@/workflows/testing/run-node";
import { judge } from "./judge.server";
import type { NodeType } from "./registry";

const config = { model: "one", fallbacks: [{ model: "two" }], text: "Look: {{ text }}", instructions: "" };
const question = {
  instructions: "Judge.",
  schema: { type: "object", properties: { good: { type: "boolean" } }, required: ["good"] },
};
const ask = (
  model: AnsweringModel,
  more = {},
  state: Record<string, unknown> = { text: "it" },
  context = fakeContext(),
) => judge({ ...config, ...more }, question, state, fakeServices(askedOf(model)), context);

describe("a judging model", () => {
  it("is sent the instructions, the conversation, and the text behind it", async () => {
    const model = new AnsweringModel({ good: true });
    const state = { text: "it", chat: [new HumanMessage("Hi")], mood: "strict" };
    expect(await ask(model, { messages: "chat", instructions: "Be {{ mood }}." }, state)).toEqual({
      good: true,
    });
    expect(model.asked[0]?.map((message) => [message.getType(), message.text])).toEqual([
      ["system", "Judge.\n\nBe strict."],
      ["human", "Hi"],
      ["human", "Look: it"],
    ]);
  });

  it.each([[{ good: "yes" }], [{}], ["I would say yes."]])(
    "has no verdict where its answer does not fit, and the trace says so: %j",
    async (answer) => {
      const context = fakeContext();
      expect(await ask(new AnsweringModel(answer), {}, undefined, context)).toBeUndefined();
      expect(context.logs).toEqual([expect.stringMatching(/^warn: The model's answer does not fit: /)]);
    },
  );

  it("is asked again by the node's retries where its answer does not fit", async () => {
    const context = fakeContext({ willRetry: () => true });
    await expect(ask(new AnsweringModel("?"), {}, undefined, context)).rejects.toMatchObject({
      code: "output_invalid",
    });
  });

  it("gives way to the next one where it fails for good", async () => {
    const good = new AnsweringModel({ good: false });
    const resolve = async (reference: string) => {
      if (reference === "two") return good;
      throw new AppError("model_unavailable", "One is down.");
    };
    const services = fakeServices({ models: { resolve } });
    expect(await judge(config, question, { text: "it" }, services, fakeContext())).toEqual({ good: false });
  });

  it("lets a failure through where there is no other", async () => {
    const resolve = async () => fakeModel().alwaysThrow(new AppError("model_auth", "The key is wrong."));
    const services = fakeServices({ models: { resolve } });
    await expect(
      judge({ ...config, fallbacks: [] }, question, {}, services, fakeContext()),
    ).rejects.toThrow();
  });
});

it.each<[NodeType, object]>([
  ["model-router", { routes: [{ id: "a", label: "A", description: "x" }] }],
  ["classify", { labels: ["a", "b"].map((label) => ({ id: label, label })), output: "kind" }],
  ["extract", { schema: {}, output: "found" }],
  ["moderate", {}],
])("a node of type %s wants something to look at", (type, more) => {
  const expected = "text: The model has nothing to look at: write a text or choose a conversation.";
  expect(issuesOf(type, { model: "m", ...more })).toEqual([expected]);
  expect(issuesOf(type, { model: "m", text: "x", ...more })).toEqual([]);
  expect(issuesOf(type, { model: "m", messages: "chat", ...more })).toEqual([]);
});
