import { HumanMessage } from "@langchain/core/messages";
import { expect, test } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import type { ModelGateway, ModelLadderOf, TextModelGateway } from "@/workflows/runtime/ports";
import { AnsweringModel } from "@/workflows/testing/answering-model";
import { fakeServices } from "@/workflows/testing/fake-services";
import { recordedModels, recordedTexts } from "./recorded-models.server";
import { Tape } from "./testing/tape";

const gone = new AppError("model_not_configured", "There is no such model.");
const noModels: ModelGateway = {
  resolve: () => Promise.reject(gone),
  ladder: () => Promise.reject(gone),
};
const noTexts: TextModelGateway = {
  embedder: () => Promise.reject(gone),
  reranker: () => Promise.reject(gone),
};

async function ask(models: ModelGateway, temperature = 0) {
  const model = await recordedModels(models).resolve("con_1/acme-1", { temperature });
  return (await model.invoke([new HumanMessage("Hi")])).text;
}

const hello: ModelGateway = { resolve: async () => new AnsweringModel("Hello") };

test("a model that is not there any more still says what it said", async () => {
  const tape = new Tape();
  expect(await tape.during(() => ask(hello))).toBe("Hello");
  expect(await tape.replay().during(() => ask(noModels))).toBe("Hello");
});

test("asked for something else, the model that is gone says nothing", async () => {
  const tape = new Tape();
  await tape.during(() => ask(hello));
  await expect(tape.replay().during(() => ask(noModels, 1))).rejects.toMatchObject({
    code: "replay_diverged",
  });
});

test.each([
  { name: "in a run that is recorded", tape: () => new Tape() },
  { name: "in a replay that may go on live", tape: () => new Tape().replay({ otherwise: "live" }) },
])("a model that is not there is missed $name", async ({ tape }) => {
  await expect(tape().during(() => ask(noModels))).rejects.toBe(gone);
});

test.each<{ name: string; found: ModelLadderOf | undefined }>([
  {
    name: "a slot",
    found: {
      references: ["con_1/small", "con_1/large"],
      because: "It costs least.",
      left: ["con_2/other: paused"],
      escalate: { below: 0.6 },
    },
  },
  { name: "a model's own reference", found: undefined },
])("what $name stood for is what it stands for", async ({ found }) => {
  const choose = (models: ModelGateway) => recordedModels(models).ladder?.("slot/best");
  const tape = new Tape();
  expect(await tape.during(() => choose({ ...hello, ladder: async () => found }))).toEqual(found);
  expect(await tape.replay().during(() => choose(noModels))).toEqual(found);
});

test("models without slots have none when they are recorded", () => {
  expect("ladder" in recordedModels(hello)).toBe(false);
});

/** Vectors of two texts, and how well each answers. */
async function measure(texts: TextModelGateway, query = "rain") {
  const recorded = recordedTexts(texts);
  const embedder = await recorded.embedder("con_1/vectors");
  const reranker = await recorded.reranker("con_1/ranks");
  const given = ["rain and wind", "a sunny day"];
  return {
    facts: [embedder.provider, embedder.batch, reranker.model],
    embedded: await embedder.embed({ texts: given, purpose: "document", dimensions: 8 }),
    ranked: await reranker.rank({ query, texts: given }),
  };
}

test("vectors and scores come back to the last digit, though neither model is there", async () => {
  const tape = new Tape();
  const live = await tape.during(() => measure(fakeServices().texts));
  expect(live.embedded.vectors).toHaveLength(2);
  expect(await tape.replay().during(() => measure(noTexts))).toEqual(live);
});

test("another question of a reranker is another request", async () => {
  const tape = new Tape();
  await tape.during(() => measure(fakeServices().texts));
  const again = tape.replay().during(() => measure(noTexts, "sun"));
  await expect(again).rejects.toMatchObject({
    code: "replay_diverged",
    message: "The replay came to a reranking that the recording does not hold.",
  });
});

test("a model for texts is opened once for all its calls", async () => {
  let opened = 0;
  const { texts } = fakeServices();
  const counting: TextModelGateway = {
    ...texts,
    embedder: (reference) => {
      opened += 1;
      return texts.embedder(reference);
    },
  };
  await new Tape().during(async () => {
    const embedder = await recordedTexts(counting).embedder("con_1/vectors");
    await embedder.embed({ texts: ["a"], purpose: "query" });
    await embedder.embed({ texts: ["b"], purpose: "query" });
  });
  expect(opened).toBe(1);
});
