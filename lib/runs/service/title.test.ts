import { expect, test } from "vitest";
import type { JsonObject } from "@/workflows/graph/json";
import { titleOf } from "./title";

test.each<[string, JsonObject, string]>([
  ["a chat message", { messages: [{ role: "user", content: "Where is\n my order?" }] }, "Where is my order?"],
  ["the first text among other inputs", { count: 3, name: "Ada" }, "Ada"],
  ["no text at all", { count: 3 }, ""],
  ["a long text, cut between letters", { q: "😀".repeat(100) }, `${"😀".repeat(79)}…`],
])("%s", (_name, input, title) => {
  expect(titleOf(input)).toBe(title);
});
