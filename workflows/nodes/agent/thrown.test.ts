import { AIMessage } from "@langchain/core/messages";
import { createAgent, createMiddleware, fakeModel } from "langchain";
import { describe, expect, it } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import { thrownFirst } from "./thrown.server";

const passing = (name: string) =>
  createMiddleware({ name, wrapModelCall: (request, handler) => handler(request) });

/** What comes out of a loop with so many middlewares around its model calls. */
async function outOf(thrown: Error, middlewares: number): Promise<unknown> {
  const names = Array.from({ length: middlewares }, (_, at) => `passing${at}`);
  const model = fakeModel().alwaysThrow(thrown);
  const agent = createAgent({ model, tools: [], middleware: names.map(passing) });
  return agent.invoke({ messages: [] }).then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("what was thrown first", () => {
  const limited = new AppError("model_rate_limited", "Slow down.", { data: { retryAfterSeconds: 7 } });

  it.each([0, 1, 3])("is found behind %i middlewares, with all it says", async (middlewares) => {
    expect(thrownFirst(await outOf(limited, middlewares))).toBe(limited);
  });

  it.each([["nothing"], [undefined], [new Error("away")], [new AIMessage("Hi")]])("is %o itself", (error) => {
    expect(thrownFirst(error)).toBe(error);
  });

  it("is not what a fault itself names as its cause", () => {
    const caused = new Error("away", { cause: limited });
    expect(thrownFirst(caused)).toBe(caused);
  });
});
