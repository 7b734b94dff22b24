import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/workflows/graph/json";
import { AnsweringModel, askedOf } from "@/workflows/testing/answering-model";
import { fakeContext } from "@/workflows/testing/fake-context";
import { nodeContract } from "@/workflows/testing/node-contract";
import { runNode } from "@/workflows/testing/run-node";
import { chosenRoute } from "./choose";
import { modelRouterConfig } from "./definition";
import { routeQuestion } from "./question";

nodeContract("model-router");

const routes = [
  { id: "r1", label: "Refund", description: "Wants money back." },
  { id: "r2", label: "Delivery", description: "Asks for a parcel." },
];
const config = { model: "one", text: "{{ mail }}", routes, threshold: 0.6, output: "why" };

describe("a model's choice", () => {
  it.each<[JsonObject | undefined, string | undefined, RegExp]>([
    [{ route: "Refund", confidence: 0.9, reason: "Money." }, "r1", /^“Refund”, 90% sure\. Money\.$/],
    [{ route: "Delivery", confidence: 0.6, reason: "" }, "r2", /^“Delivery”, 60% sure\.$/],
    [{ route: "Delivery", confidence: 0.59, reason: "Hm." }, undefined, /only 59% sure\. Hm\.$/],
    [
      { route: "none", confidence: 1, reason: "Weather." },
      undefined,
      /^No route fits, 100% sure\. Weather\.$/,
    ],
    [{ route: "refund", confidence: 1, reason: "" }, undefined, /^No route fits/],
    [{ route: "r1", confidence: 1, reason: "" }, undefined, /^No route fits/],
    [{ route: "Refund", confidence: "high", reason: 1 }, undefined, /only 0% sure/],
    [undefined, undefined, /could not be read/],
  ])("of %j leads to %s", (answer, id, told) => {
    const chosen = chosenRoute(answer, routes, 0.6);
    expect(chosen.id).toBe(id);
    expect(chosen.told).toMatch(told);
  });
});

describe("model router", () => {
  it("leaves by the chosen route, writes the verdict and tells the trace why", async () => {
    const model = new AnsweringModel({ route: "Delivery", confidence: 0.8, reason: "Asks for a parcel." });
    const context = fakeContext();
    expect(await runNode("model-router", config, { mail: "Where is it?" }, askedOf(model), context)).toEqual({
      port: "r2",
      update: { why: { route: "Delivery", confidence: 0.8, reason: "Asks for a parcel." } },
    });
    expect(context.logs).toEqual(["info: “Delivery”, 80% sure. Asks for a parcel."]);
    expect(model.asked[0]?.[0]?.text).toContain("- Refund: Wants money back.");
    expect(model.asked[0]?.[1]?.text).toBe("Where is it?");
  });

  it.each([
    [{ route: "Delivery", confidence: 0.1, reason: "x" }],
    [{ route: "none", confidence: 1, reason: "x" }],
    [{ route: "elsewhere", confidence: 1, reason: "x" }],
    ["I think Delivery."],
  ])("leaves by “No fit” after %j", async (answer) => {
    const { port, update } = await runNode(
      "model-router",
      config,
      { mail: "?" },
      askedOf(new AnsweringModel(answer)),
    );
    expect(port).toBe("else");
    expect(update).toMatchObject({ why: { route: null } });
  });

  it("can be answered with its routes alone", () => {
    expect(routeQuestion(routes).schema).toMatchObject({
      properties: { route: { enum: ["Refund", "Delivery", "none"] } },
      additionalProperties: false,
    });
  });

  it.each([
    ["no routes", []],
    ["a route without a description", [{ id: "a", label: "A", description: "" }]],
    ["two of one name", [routes[0], { ...routes[1], label: "Refund" }]],
    ["two of one id", [routes[0], { ...routes[1], id: "r1" }]],
    ["the model's own word", [{ id: "a", label: "None", description: "x" }]],
  ])("refuses %s", (_, list) => {
    expect(modelRouterConfig.safeParse({ ...config, routes: list }).success).toBe(false);
  });
});
