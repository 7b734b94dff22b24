import { describe, expect, it } from "vitest";
import {
  type Channel,
  type ChannelType,
  channelTypes,
  type Reducer,
  reducers,
} from "@/workflows/graph/channel";
import { initialOf } from "@/workflows/graph/initial-value";
import { isError } from "@/workflows/graph/issue";
import { testDefinitions } from "@/workflows/graph/testing/definitions";
import { sketch } from "@/workflows/graph/testing/sketch";
import { validate } from "@/workflows/graph/validate/validate";
import { channelValueProblem } from "@/workflows/nodes/channel-value";
import { combineOf } from "./reduce";
import { writable } from "./write.server";

/** Two values that a node may write to a channel of each type. */
const writes: Record<Exclude<ChannelType, "messages">, [unknown, unknown]> = {
  string: ["b", "a"],
  number: [2, -1],
  boolean: [true, false],
  object: [{ a: 1 }, { b: 2 }],
  array: [[1], [2, 1]],
  any: [3, 4],
};

const pairs = channelTypes
  .filter((type) => type !== "messages")
  .flatMap((type) => reducers.map((reducer): [Exclude<ChannelType, "messages">, Reducer] => [type, reducer]));

const channelErrors = (channel: Channel) =>
  validate(sketch({ edges: "start > end", channels: { x: channel } }), testDefinitions).filter(isError);
const isOffered = (pair: [ChannelType, Reducer]) =>
  channelErrors({ type: pair[0], reducer: pair[1] }).length === 0;

describe("what the validator lets a channel be, a run can fill", () => {
  it.each(pairs.filter(isOffered).filter(([, reducer]) => reducer !== "messages"))(
    "%s with %s takes two writes and still holds its type",
    (type, reducer) => {
      const channel: Channel = { type, reducer };
      const combine = combineOf(channel);
      const given = type === "any" && reducer === "merge" ? writes.object : writes[type];
      const written = given.map((value) => writable({ x: channel }, "x", value));
      const value = written.reduce((current, next) => combine(current, next), initialOf(channel));
      expect(channelValueProblem(type, value)).toBeUndefined();
    },
  );

  it.each<[Reducer, unknown, unknown, unknown]>([
    ["add", 1, 2, 3],
    ["merge", { a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    ["max", "a", "b", "b"],
    ["append", "a", ["b"], ["a", "b"]],
    ["union", ["a"], "a", ["a"]],
    ["first", null, 2, null],
  ])("a channel for anything combines with %s", (reducer, one, other, expected) => {
    const channel: Channel = { type: "any", reducer };
    const combine = combineOf(channel);
    const written = [one, other].map((value) => writable({ x: channel }, "x", value));
    expect(written.reduce((current, next) => combine(current, next), initialOf(channel))).toEqual(expected);
  });

  it("offers every type a way to keep one value, and lists and objects a way to grow", () => {
    const offered = (type: ChannelType) =>
      pairs.filter(isOffered).flatMap(([kind, reducer]) => (kind === type ? [reducer] : []));
    expect(offered("string")).toEqual(["replace", "first", "max"]);
    expect(offered("number")).toEqual(["replace", "add", "first", "max"]);
    expect(offered("boolean")).toEqual(["replace", "first"]);
    expect(offered("object")).toEqual(["replace", "merge", "first"]);
    expect(offered("array")).toEqual(["replace", "append", "union", "first"]);
    expect(offered("any")).toEqual([...reducers]);
  });

  it.each(pairs.filter((pair) => !isOffered(pair)))(
    "%s with %s is refused with a way out that is fine",
    (type, reducer) => {
      const [issue] = channelErrors({ type, reducer });
      const operation = issue?.fix?.operation;
      expect(issue?.code).toBe("channel_reducer_mismatch");
      expect(operation?.op === "channel.update" && channelErrors(operation.channel)).toEqual([]);
    },
  );
});
