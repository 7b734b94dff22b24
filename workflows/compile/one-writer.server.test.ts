import { EmptyChannelError } from "@langchain/langgraph";
import { describe, expect, it } from "vitest";
import { OneWriter } from "./one-writer.server";

const channel = (initial?: unknown) => new OneWriter("answer", ["Ask", "Guess"], initial);

describe("a channel that keeps one value", () => {
  it("is empty until it is written, unless it has a default", () => {
    expect(() => channel().get()).toThrow(EmptyChannelError);
    expect([channel().isAvailable(), channel("x").isAvailable()]).toEqual([false, true]);
    expect(channel("x").get()).toBe("x");
  });

  it.each([[null], [0], [""], [false]])("holds %j, which is a value", (value) => {
    const written = channel("default");
    expect(written.update([value])).toBe(true);
    expect([written.get(), written.isAvailable()]).toEqual([value, true]);
  });

  it("tells whether a step changed it", () => {
    expect([channel().update([]), channel().update([1])]).toEqual([false, true]);
  });

  it("refuses two values in one step, naming it and those who write there, and keeps what it had", () => {
    const written = channel("before");
    expect(() => written.update([1, 2])).toThrow(
      expect.objectContaining({
        code: "graph_invalid",
        message: expect.stringMatching(/“answer” got several values.*“Ask” and “Guess” write to it/),
        details: expect.objectContaining({ channel: "answer" }),
      }),
    );
    expect(written.get()).toBe("before");
  });

  it("refuses two equal values as well: which of them it was would not be known the next time", () => {
    expect(() => channel().update(["same", "same"])).toThrow(/several values/);
  });

  it.each([
    ["stored", "stored"],
    [null, null],
    [undefined, "default"],
  ])("comes back from a checkpoint of %j as %j, apart from the one it came from", (stored, expected) => {
    const first = channel("default");
    const restored = first.fromCheckpoint(stored);
    expect(restored.get()).toBe(expected);
    restored.update(["later"]);
    expect(first.get()).toBe("default");
    expect(restored.checkpoint()).toBe("later");
  });
});
