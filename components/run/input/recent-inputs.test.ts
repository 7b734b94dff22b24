import { expect, it } from "vitest";
import { type RecentInput, withRecent, wordsOf } from "./recent-inputs";

const asked = (topic: string): RecentInput => ({ values: { topic }, message: "" });

it("the newest comes first, each once, and not too many", () => {
  const names = ["a", "b", "a", "c"];
  const list = names.reduce((before, name) => withRecent(before, asked(name)), [] as readonly RecentInput[]);
  expect(list).toEqual([asked("c"), asked("a"), asked("b")]);
  const many = Array.from({ length: 20 }, (_, at) => asked(`t${at}`));
  const last = many.reduce(withRecent, [] as readonly RecentInput[]);
  expect(last).toHaveLength(8);
  expect(last[0]).toEqual(asked("t19"));
});

it("nothing and secrets are not kept", () => {
  expect(withRecent([], { values: {}, message: " " })).toEqual([]);
  expect(withRecent([], { values: { apiKey: "sk" }, message: "" })).toEqual([]);
  expect(withRecent([], { values: { apiKey: "sk", topic: "Owls" }, message: "" })).toEqual([asked("Owls")]);
});

it("pictures and files are not kept", () => {
  const photo = [{ mimeType: "image/png", data: "a".repeat(200_000), name: "cat.png" }];
  expect(withRecent([], { values: { photo, topic: "Owls" }, message: "" })).toEqual([asked("Owls")]);
});

it("is told from others by its words", () => {
  expect(wordsOf({ values: { topic: "Owls", tries: 3 }, message: "" })).toBe("topic: Owls · tries: 3");
  expect(wordsOf({ values: {}, message: "Hello" })).toBe("Hello");
  expect(wordsOf(asked("x".repeat(100)))).toHaveLength(67);
});
