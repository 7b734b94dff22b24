import { describe, expect, it } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import { modelMetadataKeys } from "@/workflows/runtime/ports";
import { AnsweringModel } from "@/workflows/testing/answering-model";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeServices } from "@/workflows/testing/fake-services";
import { judge } from "./judge.server";
import { ModelLadder } from "./model-ladder.server";

const question = {
  instructions: "Judge.",
  schema: { type: "object", properties: { good: { type: "boolean" } }, required: ["good"] },
};
const config = { model: "slot/fast", fallbacks: [], text: "Look", instructions: "" };
const down = new AppError("model_unavailable", "Large is down.");

/** A slot of a small model and a large one; an error in place of answers is what resolving it throws. */
function slot(
  escalate: { below?: number } | undefined,
  small: (object | string)[],
  large: (object | string)[] | Error,
) {
  const named = (name: string, answers: (object | string)[]) => {
    const model = new AnsweringModel(...answers);
    model.metadata = { [modelMetadataKeys.model]: name };
    return model;
  };
  const models = { small: named("small", small), large: named("large", large instanceof Error ? [] : large) };
  const context = fakeContext();
  const services = fakeServices({
    models: {
      resolve: async (reference) => {
        if (reference === "small") return models.small;
        if (large instanceof Error) throw large;
        return models.large;
      },
      ladder: async () => ({ references: ["small", "large"], because: "the cheapest of 2", escalate }),
    },
  });
  return { ...models, context, ask: () => judge(config, question, {}, services, context), services };
}

describe("a slot that asks the next model where one is not sure", () => {
  it("stays with the small one where it is sure, and keeps the confidence to itself", async () => {
    const world = slot({ below: 0.7 }, [{ good: true, confidence: 0.9 }], []);
    expect(await world.ask()).toEqual({ good: true });
    expect(world.small.asked[0]?.[0]?.text).toMatch(/^Judge\.\n\nAlso give your confidence/);
    expect(world.large.asked).toEqual([]);
  });

  it("asks the large one where it is not, and says why", async () => {
    const world = slot({ below: 0.7 }, [{ good: true, confidence: 0.4 }], [{ good: false, confidence: 0.5 }]);
    expect(await world.ask()).toEqual({ good: false });
    expect(world.context.logs).toEqual([
      "info: “fast” stands for small, the cheapest of 2.",
      "warn: small is not good enough here: It is 40% sure, and 70% are asked for. large is asked instead.",
    ]);
  });

  it.each([[{ good: "yes" }], ["I think so."]])(
    "asks the large one where the answer does not fit: %j",
    async (answer) => {
      const world = slot({}, [answer], [{ good: true }]);
      expect(await world.ask()).toEqual({ good: true });
      expect(world.context.logs[1]).toMatch(
        /^warn: small is not good enough here: The answer does not fit \(.+\)\. large is asked instead\.$/,
      );
    },
  );

  it("asks for no confidence where only answers that do not fit count", async () => {
    const world = slot({}, [{ good: true }], []);
    expect(await world.ask()).toEqual({ good: true });
    expect(world.small.asked[0]?.[0]?.text).toBe("Judge.");
  });

  it("keeps to the small one's answer where the large one fails", async () => {
    const world = slot({ below: 0.7 }, [{ good: true, confidence: 0.4 }], down);
    expect(await world.ask()).toEqual({ good: true });
    expect(world.context.logs.at(-1)).toBe("warn: Large is down. The answer of the model before it counts.");
  });

  it("asks nobody else without the rule", async () => {
    const world = slot(undefined, [{ good: "yes" }], [{ good: true }]);
    expect(await world.ask()).toBeUndefined();
    expect(world.large.asked).toEqual([]);
  });

  it("counts an answer that a node refuses as one that does not fit", async () => {
    const world = slot({}, ["bad"], ["good"]);
    const ladder = new ModelLadder(config, world.services, world.context);
    const answer = await ladder.ask(async (model) => {
      const { text } = await model.invoke("Hi");
      if (text === "bad") throw new AppError("output_invalid", "It does not fit.");
      return text;
    });
    expect(answer).toBe("good");
    expect(world.context.logs.at(-1)).toBe("warn: It does not fit. large is asked instead.");
  });
});
