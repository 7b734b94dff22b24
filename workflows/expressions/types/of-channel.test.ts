import { describe, expect, it } from "vitest";
import { type Channels, type ChannelType, channelTypes } from "@/workflows/graph/channel";
import { fieldProblem } from "./field-problem";
import { shapesOfChannels, typeOfChannel } from "./of-channel";
import { number, typePhrase, typeWord, type ValueType } from "./value-type";

const ofType = (type: ChannelType): Channels[string] => ({ type, reducer: "replace" });

describe("what the channel table says", () => {
  const words: Record<ChannelType, [word: string, phrase: string]> = {
    string: ["text", "a text"],
    number: ["number", "a number"],
    boolean: ["true/false", "true or false"],
    object: ["object", "an object"],
    array: ["list", "a list"],
    messages: ["list of objects", "a list of objects"],
    any: ["any", "any value"],
  };
  it.each(channelTypes)("of a channel of type %s", (type) => {
    expect([typeWord(typeOfChannel(type)), typePhrase(typeOfChannel(type))]).toEqual(words[type]);
  });

  it("knows what a failure holds, unless a channel has its name", () => {
    expect(shapesOfChannels({}).error).toMatchObject({ fields: { node: {}, code: {}, message: {} } });
    expect(shapesOfChannels({ error: ofType("number") }).error).toEqual(number);
  });

  it("is read once from the same table, and anew from another", () => {
    const channels = { a: ofType("string") };
    expect(shapesOfChannels(channels)).toBe(shapesOfChannels(channels));
    expect(shapesOfChannels({ a: ofType("number") })).not.toEqual(shapesOfChannels(channels));
  });
});

describe("a field that is not there", () => {
  const object = (count: number, others: "none" | "unlikely" | "likely"): ValueType => ({
    kind: "object",
    fields: Object.fromEntries(Array.from({ length: count }, (_, at) => [`field${at}`, number])),
    others,
  });
  it.each<[string, ValueType, string | undefined]>([
    ["zzz", object(0, "none"), "There is no field named “zzz” here."],
    ["zzz", object(2, "none"), "There is no field named “zzz” here. It has field0, field1."],
    [
      "zzz",
      object(8, "unlikely"),
      "There is no field named “zzz” here. It has field0, field1, field2, field3, field4, field5 and 2 more.",
    ],
    ["toString", object(1, "none"), "There is no field named “toString” here. It has field0."],
    ["field0", object(1, "none"), undefined],
    ["zzz", object(1, "likely"), undefined],
    ["zzz", { kind: "any" }, undefined],
    ["zzz", { kind: "null" }, undefined],
    ["zzz", { kind: "boolean" }, "“zzz” is asked of true or false, which has no fields."],
  ])("%s of %j", (name, receiver, message) => {
    expect(fieldProblem(receiver, name, 20)?.message).toBe(message);
  });

  it("is pointed at, and worth an error only where nothing else can be there", () => {
    expect(fieldProblem(object(1, "none"), "zzz", 20)).toMatchObject({ start: 17, end: 20 });
    expect(fieldProblem(object(1, "none"), "zzz", 20)).not.toHaveProperty("severity");
    expect(fieldProblem(object(1, "unlikely"), "zzz", 20)).toMatchObject({ severity: "warning" });
  });
});
