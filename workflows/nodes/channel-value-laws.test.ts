import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Channel, channelTypes } from "@/workflows/graph/channel";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import { hostileValues } from "@/workflows/testing/hostile-values";
import { channelValueProblem, writtenValueProblem } from "./channel-value";

const json = fc
  .jsonValue({ maxDepth: 2 })
  .map((value): Json => jsonSchema.parse(JSON.parse(JSON.stringify(value))));

describe("a value for a channel", () => {
  it("is refused by every type but its own, and by none that takes anything", () => {
    fc.assert(
      fc.property(json, (value) => {
        const taken = channelTypes.filter((type) => channelValueProblem(type, value) === undefined);
        const own = Array.isArray(value) ? ["array", "messages"] : value === null ? [] : [typeof value];
        expect(taken.toSorted()).toEqual([...own, "any"].toSorted());
      }),
    );
  });

  it.each(hostileValues)("is named in a few words where it is refused: %s", (_, value) => {
    for (const type of channelTypes) {
      const problem = channelValueProblem(type, value) ?? "needs x, got y";
      expect(problem).toMatch(/^needs .{1,30}, got .{1,30}$/);
    }
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [Number.NEGATIVE_INFINITY]])(
    "is no number: %d",
    (value) => {
      expect(channelValueProblem("number", value)).toMatch(/^needs a number, got /);
    },
  );
});

describe("a value that is written", () => {
  const channel = (type: Channel["type"], reducer: Channel["reducer"]): Channel => ({ type, reducer });

  it.each<[Channel, unknown, boolean]>([
    [channel("string", "replace"), null, true],
    [channel("string", "replace"), 1, false],
    [channel("number", "add"), null, false],
    [channel("any", "add"), "1", false],
    [channel("any", "add"), 1, true],
    [channel("any", "merge"), [], false],
    [channel("any", "merge"), {}, true],
    [channel("any", "replace"), [[]], true],
    [channel("array", "append"), "one", true],
    [channel("array", "append"), ["one"], true],
    [channel("array", "union"), { a: 1 }, true],
    [channel("array", "replace"), "one", false],
    [channel("messages", "messages"), "Hi", true],
    [channel("messages", "messages"), ["Hi", { role: "user", content: "Ho" }], true],
    [channel("messages", "messages"), [{ role: "boss", content: "x" }], false],
    [channel("messages", "messages"), 7, false],
    [channel("messages", "messages"), null, false],
    [channel("object", "first"), null, false],
  ])("into %j, %j: %s", (into, value, isFine) => {
    expect(writtenValueProblem(into, value) === undefined).toBe(isFine);
  });
});
