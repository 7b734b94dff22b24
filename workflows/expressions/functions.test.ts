import { describe, expect, it } from "vitest";
import type { Channels } from "@/workflows/graph/channel";
import { checkExpression } from "./check";
import { evaluate } from "./evaluate";
import { expressionFunctions } from "./functions";

const channels: Channels = {
  messages: { type: "messages", reducer: "messages" },
  results: { type: "array", reducer: "append" },
  scores: { type: "array", reducer: "append" },
  names: { type: "array", reducer: "append" },
  order: { type: "object", reducer: "merge" },
  count: { type: "number", reducer: "replace" },
  answer: { type: "string", reducer: "replace" },
  code: { type: "string", reducer: "replace" },
  name: { type: "string", reducer: "replace" },
  tags: { type: "string", reducer: "replace" },
};
const state = {
  messages: [{ role: "user", content: "hi" }],
  results: [{ title: "A", score: 0.7 }],
  scores: [4, 5],
  names: ["a", "b"],
  order: { total: 3 },
  count: 2,
  answer: "Yes ",
  code: "AB",
  name: "x.pdf",
  tags: "a,b",
};

describe("every function that is offered", () => {
  it.each([...expressionFunctions])("$signature works as its example $example", ({ example }) => {
    expect(checkExpression(example, channels)).toEqual([]);
    expect(evaluate(example, state)).not.toBeNull();
  });

  it.each([["now()"], ["random()"], ["fetch('x')"], ["eval('1')"]])(
    "%s does not exist: expressions neither see the clock nor the world",
    (text) => {
      expect(checkExpression(text, channels)).toMatchObject([{ code: "unknown_function" }]);
    },
  );

  it("names each once", () => {
    const signatures = expressionFunctions.map(({ signature }) => signature);
    expect(new Set(signatures).size).toBe(signatures.length);
  });
});
