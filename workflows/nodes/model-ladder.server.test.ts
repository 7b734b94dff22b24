import { AIMessage } from "@langchain/core/messages";
import { fakeModel } from "langchain";
import { describe, expect, it } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import type { ErrorCode } from "@/workflows/errors/codes";
import { isWorthRetrying } from "@/workflows/errors/worth-retrying";
import { modelMetadataKeys } from "@/workflows/runtime/ports";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeServices } from "@/workflows/testing/fake-services";
import { runNode } from "@/workflows/testing/run-node";
import { ModelLadder } from "./model-ladder.server";

type Answer = string | Error;

const failed = (code: ErrorCode, message: string = code) => new AppError(code, `${message}.`);

/** Models that answer or fail as the table says; `asked` holds which were called, in order. */
function models(answers: Record<string, Answer>) {
  const asked: string[] = [];
  const resolve = async (reference: string) => {
    const answer = answers[reference];
    if (answer === undefined) throw failed("model_not_configured", `${reference} is gone`);
    asked.push(reference);
    const model =
      answer instanceof Error ? fakeModel().alwaysThrow(answer) : fakeModel().respond(new AIMessage(answer));
    model.metadata = { [modelMetadataKeys.model]: reference };
    return model;
  };
  return { asked, models: { resolve } };
}

async function ask(answers: Record<string, Answer>, willRetry?: (error: unknown) => boolean) {
  const context = fakeContext(willRetry ? { willRetry } : {});
  const world = models(answers);
  const config = { model: "one", fallbacks: [{ model: "two" }, { model: "three" }] };
  const ladder = new ModelLadder(config, fakeServices(world), context);
  const answer = await ladder
    .ask(async (each) => (await each.invoke("Hi")).text)
    .catch((error: unknown) => error);
  return { answer, asked: world.asked, logs: context.logs, ladder };
}

/** The same where the node names a slot that stands for these models. */
async function askSlot(answers: Record<string, Answer>, behind: string[] | undefined) {
  const context = fakeContext();
  const world = models(answers);
  const ladderOf = async (reference: string) =>
    reference === "slot/fast" && behind ? { references: behind, because: "the first of 2" } : undefined;
  const services = fakeServices({ models: { ...world.models, ladder: ladderOf } });
  const ladder = new ModelLadder({ model: "slot/fast", fallbacks: [{ model: "last" }] }, services, context);
  const answer = await ladder
    .ask(async (each) => (await each.invoke("Hi")).text)
    .catch((error: unknown) => error);
  return { answer, asked: world.asked, logs: context.logs };
}

describe("a slot in place of a model", () => {
  it("asks its first model, and says which that is and why", async () => {
    expect(await askSlot({ one: "fine", two: "other", last: "no" }, ["one", "two"])).toEqual({
      answer: "fine",
      asked: ["one"],
      logs: ["info: “fast” stands for one, the first of 2."],
    });
  });

  it("asks its others where that fails, and then what the node names beside it", async () => {
    const down = failed("model_unavailable", "It is down");
    expect(await askSlot({ one: down, two: down, last: "at last" }, ["one", "two"])).toMatchObject({
      answer: "at last",
      asked: ["one", "two", "last"],
    });
  });

  it("that is not there is passed over like a model that is not there", async () => {
    expect(await askSlot({ last: "at last" }, undefined)).toMatchObject({
      answer: "at last",
      asked: ["last"],
    });
  });
});

describe("a node's models", () => {
  it("asks the first alone while it answers", async () => {
    expect(await ask({ one: "fine", two: "other" })).toMatchObject({
      answer: "fine",
      asked: ["one"],
      logs: [],
    });
  });

  it.each<[ErrorCode]>([
    ["model_unavailable"],
    ["model_timeout"],
    ["model_rate_limited"],
    ["model_auth"],
    ["model_bad_request"],
    ["circuit_open"],
  ])("asks the next after %s and says why", async (code) => {
    const { answer, asked, logs } = await ask({ one: failed(code), two: "other" });
    expect(answer).toBe("other");
    expect(asked).toEqual(["one", "two"]);
    expect(logs).toEqual([`warn: ${code}. two is asked instead.`]);
  });

  it("passes over one that is no longer configured", async () => {
    expect(await ask({ two: "other" })).toMatchObject({
      answer: "other",
      logs: ["warn: one is gone. two is asked instead."],
    });
  });

  it.each([
    ["an answer that does not fit", failed("output_invalid")],
    ["a stopped run", new DOMException("Aborted", "AbortError")],
    ["a mistake of ours", new TypeError("x is not a function")],
  ])("does not ask another after %s", async (_, error) => {
    expect(await ask({ one: error, two: "other" })).toMatchObject({ answer: error, asked: ["one"] });
  });

  it("says why each failed where none answers", async () => {
    const { answer, asked } = await ask({
      one: failed("model_unavailable", "One is down"),
      two: failed("circuit_open", "Two was not called"),
      three: failed("model_auth", "Three refused the key"),
    });
    expect(asked).toEqual(["one", "two", "three"]);
    expect(answer).toMatchObject({
      code: "model_auth",
      message: "Three refused the key. Before that: One is down. Two was not called.",
    });
  });

  it("lets the node's own retries come first, where they may help", async () => {
    const waits = (error: unknown) => isWorthRetrying(error);
    expect(await ask({ one: failed("model_unavailable"), two: "other" }, waits)).toMatchObject({
      asked: ["one"],
    });
    expect(await ask({ one: failed("circuit_open"), two: "other" }, waits)).toMatchObject({
      answer: "other",
    });
    expect(await ask({ one: failed("model_auth"), two: "other" }, waits)).toMatchObject({ answer: "other" });
  });

  it("stays with the one that answered for the rest of the visit", async () => {
    const { ladder, asked, logs } = await ask({ one: failed("model_timeout"), two: "other" });
    expect(await ladder.ask(async (model) => model.metadata)).toEqual({ [modelMetadataKeys.model]: "two" });
    expect(asked).toEqual(["one", "two", "two"]);
    expect(logs).toHaveLength(1);
  });
});

describe.each(["model", "agent"] as const)("fallback models of a node of type %s", (type) => {
  const config = { model: "one", fallbacks: [{ model: "two" }], prompt: "Hi", output: "said" };

  it("answer in place of the first", async () => {
    const world = models({ one: failed("model_unavailable"), two: "other" });
    expect(await runNode(type, config, {}, world)).toEqual({ update: { said: "other" } });
  });

  it("answer where the first is gone", async () => {
    const world = models({ two: "other" });
    expect(await runNode(type, config, {}, world)).toEqual({ update: { said: "other" } });
  });

  it("tell why none answered", async () => {
    const world = models({
      one: failed("model_unavailable", "One is down"),
      two: failed("circuit_open", "Two"),
    });
    await expect(runNode(type, config, {}, world)).rejects.toMatchObject({
      message: expect.stringContaining("Two. Before that: One is down."),
    });
  });
});
