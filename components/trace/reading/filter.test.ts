import { expect, it } from "vitest";
import type { Span } from "@/workflows/events/run-view";
import { filterCount, leftBy, noFilter, type SpanFilter } from "./filter";

const span = (id: string, kind: Span["kind"], parentId?: string, more: Partial<Span> = {}): Span => ({
  id,
  kind,
  name: id,
  status: "done",
  startedAt: 0,
  ...(parentId && { parentId }),
  ...more,
});
const spans = [
  span("ask", "node"),
  span("call", "model", "ask", { costMicros: 30_000 }),
  span("cheap", "model", "ask", { costMicros: 5 }),
  span("look", "tool", "ask", { status: "failed" }),
  span("other", "node"),
];

it.each<[Partial<SpanFilter>, string[], number]>([
  [{ kinds: ["model"] }, ["ask", "call", "cheap"], 2],
  [{ kinds: ["node"] }, ["ask", "other"], 2],
  [{ errors: true }, ["ask", "look"], 1],
  [{ costAbove: 0.01 }, ["ask", "call"], 1],
  [{ kinds: ["model"], errors: true }, [], 0],
])("%j leaves %j, and what stands around it", (filter, left, passing) => {
  const found = leftBy(spans, { ...noFilter, ...filter }, null);
  expect([...(found?.shown ?? [])].sort()).toEqual(left);
  expect(found?.passing).toBe(passing);
});

it("keeps the span that is looked at in sight", () => {
  expect([...(leftBy(spans, { ...noFilter, errors: true }, "cheap")?.shown ?? [])]).toContain("cheap");
});

it("leaves everything where nothing is chosen", () => {
  expect(filterCount(noFilter)).toBe(0);
  expect(leftBy(spans, noFilter, null)).toBeUndefined();
});
