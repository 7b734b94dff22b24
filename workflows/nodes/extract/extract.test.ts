import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/workflows/graph/json";
import { AnsweringModel, askedOf } from "@/workflows/testing/answering-model";
import { fakeContext } from "@/workflows/testing/fake-context";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { extractConfig, extractDefinition } from "./definition";
import { fittingPart, problemsOf, repairRequest } from "./parts";

nodeContract("extract");

const schema: JsonObject = {
  type: "object",
  properties: {
    email: { type: "string" },
    quantity: { type: "integer", minimum: 1 },
    address: { type: "object", properties: { town: { type: "string" } }, required: ["town"] },
  },
  required: ["email", "quantity"],
};
const config = { model: "one", text: "{{ mail }}", schema, output: "order", problems: "missing" };
const good = { email: "a@b.test", quantity: 2 };
const run = (model: AnsweringModel, more = {}, context = fakeContext()) =>
  runNode("extract", { ...config, ...more }, { mail: "Two, to a@b.test" }, askedOf(model), context);

describe("extract", () => {
  it("writes what fits at once", async () => {
    const model = new AnsweringModel(good);
    expect(await run(model)).toEqual({ update: { order: good } });
    expect(model.asked).toHaveLength(1);
    expect(model.asked[0]?.at(-1)?.text).toBe("Two, to a@b.test");
  });

  it("sends an answer that does not fit back with what is wrong about it", async () => {
    const model = new AnsweringModel({ email: "a@b.test", quantity: 0 }, "No idea.", good);
    const context = fakeContext();
    expect(await run(model, {}, context)).toEqual({ update: { order: good } });
    const [, second, third] = model.asked;
    expect(second?.slice(-2).map((message) => message.text)).toEqual([
      '{"email":"a@b.test","quantity":0}',
      expect.stringMatching(/^That answer does not fit:\n- quantity: /),
    ]);
    expect(third?.slice(-2).map((message) => message.text)).toEqual([
      "No idea.",
      expect.stringContaining("- the whole: it is no JSON object"),
    ]);
    expect(context.logs).toEqual(["info: The answer fits after 3 attempts."]);
  });

  it("fails where the last answer does not fit either", async () => {
    const model = new AnsweringModel({ quantity: 1 }, { quantity: 1 });
    await expect(run(model, { attempts: 2 })).rejects.toMatchObject({
      code: "output_invalid",
      message: expect.stringMatching(/after 2 attempts: email: /),
      details: { field: "schema" },
    });
    expect(model.asked).toHaveLength(2);
  });

  it("may keep the fields that fit, and say which do not", async () => {
    const given = { email: "a@b.test", quantity: "two", address: { town: 7 } };
    const context = fakeContext();
    const result = await run(new AnsweringModel(given), { attempts: 1, onMisfit: "port" }, context);
    expect(result.port).toBe("incomplete");
    expect(result.update?.order).toEqual({ email: "a@b.test", quantity: null, address: null });
    expect(result.update?.missing).toMatchObject([{ field: "quantity" }, { field: "address.town" }]);
    expect(context.logs).toEqual([expect.stringMatching(/^warn: .* and 1 more\.$/)]);
  });

  it("has nothing wrong to write where all fits", async () => {
    const result = await run(new AnsweringModel(good), { onMisfit: "port" });
    expect(result).toEqual({ update: { order: good, missing: [] } });
  });

  it("keeps nothing of an answer that is no object", async () => {
    const { port, update } = await run(new AnsweringModel("Sorry."), { attempts: 1, onMisfit: "port" });
    expect(port).toBe("incomplete");
    expect(update?.order).toEqual({ email: null, quantity: null, address: null });
  });

  it("has the port for what is incomplete only where something is kept", () => {
    const ports = (onMisfit: string) =>
      extractDefinition.ports(extractConfig.parse({ ...config, onMisfit })).map(({ name }) => name);
    expect(ports("fail")).toEqual(["out"]);
    expect(ports("port")).toEqual(["out", "incomplete"]);
  });

  it("wants a schema and a channel", () => {
    expect(issuesOf("extract", { model: "m", text: "x" })).toEqual([
      expect.stringMatching(/^schema: /),
      expect.stringMatching(/^output: /),
    ]);
  });
});

describe("what is kept of an answer", () => {
  it.each<[JsonObject, JsonObject | undefined, string[], JsonObject]>([
    [schema, { ...good, more: 1 }, [], { ...good, address: null }],
    [schema, good, ["email"], { email: null, quantity: 2, address: null }],
    [schema, { ...good, address: { town: 1 } }, ["address.town"], { ...good, address: null }],
    [schema, undefined, [""], { email: null, quantity: null, address: null }],
    [{ type: "object" }, { a: 1, b: 2 }, ["b"], { a: 1, b: null }],
    [{}, undefined, [""], {}],
  ])("%#", (shape, given, paths, expected) => {
    const misfits = paths.map((path) => ({ path, message: "wrong" }));
    expect(fittingPart(shape, given, misfits)).toEqual(expected);
    expect(problemsOf(misfits)).toEqual(paths.map((field) => ({ field, message: "wrong" })));
  });

  it("lists no more than a model reads", () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ path: `f${index}`, message: "wrong" }));
    expect(repairRequest(many).match(/^- f/gm)).toHaveLength(20);
  });
});
