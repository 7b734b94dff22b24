import { expect, it } from "vitest";
import { answerText } from "./answer-text";
import { offerOf } from "./offer";

const inputSchema = { type: "object" as const };

it.each([
  [{ annotations: { readOnlyHint: true } }, "read"],
  [{ annotations: { idempotentHint: true } }, "repeatable"],
  [{ annotations: { destructiveHint: false } }, "act"],
  [{}, "act"],
])("%j does %s", async (more, effect) => {
  expect((await offerOf({ name: "t", inputSchema, ...more })).contract.effect).toBe(effect);
});

it.each([
  [{ title: "Own", annotations: { title: "Other" }, description: " Says it. " }, "Own", "Says it."],
  [{ annotations: { title: "Other" } }, "Other", "Other"],
  [{}, "t", "t"],
  [{ description: "x".repeat(3_000) }, "t", "x".repeat(1_000)],
])("is told as its server tells it", async (more, title, description) => {
  const offer = await offerOf({ name: "t", inputSchema, ...more });
  expect([offer.title, offer.contract.description]).toEqual([title, description]);
});

it("takes an object, with references inside followed and none outside", async () => {
  const offer = await offerOf({
    name: "t",
    inputSchema: {
      type: "object",
      properties: { tree: { $ref: "#/$defs/tree" }, far: { $ref: "http://127.0.0.1:1/x" } },
      $defs: { tree: { type: "object", properties: { left: { $ref: "#/$defs/tree" } } } },
    },
  });
  expect(offer.contract.parameters).toEqual({
    type: "object",
    properties: { tree: { type: "object", properties: { left: {} } }, far: {} },
  });
});

it.each<[Parameters<typeof answerText>[0], string]>([
  [
    {
      content: [
        { type: "text", text: "a" },
        { type: "text", text: "b" },
      ],
    },
    "a\n\nb",
  ],
  [{ content: [], structuredContent: { sum: 3 } }, '{"sum":3}'],
  [{ content: [{ type: "resource_link", uri: "https://a.test", name: "A" }] }, "[A](https://a.test)"],
  [{ content: [{ type: "resource", resource: { uri: "file:///a", blob: "AAAA" } }] }, "[file, file:///a]"],
  [{ content: [] }, "The tool answered with nothing."],
])("is answered as text: %j", (result, text) => {
  expect(answerText(result)).toBe(text);
});

it.each([
  [[{ type: "text" as const, text: "Out of order" }], "Out of order"],
  [[], "The tool failed and did not say why."],
])("fails as it says", (content, message) => {
  expect(() => answerText({ content, isError: true })).toThrow(message);
});
