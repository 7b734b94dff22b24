import { expect, it } from "vitest";
import type { Span } from "./run-view";
import { spansWith } from "./search-spans";

const span = (id: string, more: Partial<Span>): Span => ({
  id,
  kind: "tool",
  name: id,
  status: "done",
  startedAt: 0,
  ...more,
});
const spans = [
  span("lookup", { input: { order: "A-17" }, output: { state: 'He said "no"\nand left' } }),
  span("model", { kind: "model", messages: [{ role: "user", content: "Where is order a-17?" }] }),
  span("http", {
    kind: "http",
    http: { request: { method: "GET", url: "https://shop.test/x", headers: {} } },
  }),
  span("broken", { problem: { code: "tool_failed", message: "The shop is closed." } }),
];

it.each([
  ["a-17", ["lookup", "model"]],
  ["LOOK", ["lookup"]],
  ['"no"\nand', ["lookup"]],
  ["shop.test", ["http"]],
  ["closed", ["broken"]],
  ["nowhere", []],
  ["  ", []],
])("finds %j in %j", (text, found) => {
  expect(spansWith(spans, text)).toEqual(found);
});
