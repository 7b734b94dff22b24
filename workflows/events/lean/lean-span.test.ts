import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyView } from "../project";
import type { Span } from "../run-view";
import { fingerprint } from "./fingerprint";
import { leanSpan, leanView, markOf } from "./lean-span";

const span = (more: Partial<Span>): Span => ({
  id: "s",
  kind: "node",
  name: "s",
  status: "done",
  startedAt: 0,
  endedAt: 5,
  ...more,
});
const viewOf = (...spans: Span[]) => ({ ...emptyView("run_1"), spans });
const long = "word ".repeat(100);

describe("a view to open a trace with", () => {
  it("keeps small values and leaves large ones out, by their size", () => {
    const [lean] = leanView(viewOf(span({ input: { a: 1 }, output: long }))).spans;
    expect(lean).toMatchObject({ input: { a: 1 }, left: { output: { chars: long.length + 2 } } });
    expect(lean).not.toHaveProperty("output");
  });

  it("keeps what is still being written", () => {
    const { endedAt: _over, ...open } = span({ kind: "model", status: "running", text: long });
    expect(leanView(viewOf(open)).spans).toEqual([open]);
  });

  it("changes nothing in the view that it is made of", () => {
    const whole = span({ output: long });
    leanView(viewOf(whole));
    expect(whole.output).toBe(long);
  });

  it("leaves out what the run itself was given and came to only where that is very large", () => {
    const view = { ...viewOf(), input: { text: long }, output: long.repeat(100) };
    expect(leanView(view)).toMatchObject({ input: { text: long }, left: { output: { chars: 50_002 } } });
    expect(leanView(view)).not.toHaveProperty("output");
    expect(leanView(viewOf())).not.toHaveProperty("left");
  });

  it("has few bytes a span, however much was said", () => {
    const messages = [{ role: "user" as const, content: long.repeat(20) }];
    const spans = Array.from({ length: 2_000 }, (_, at) => span({ id: `s${at}`, messages, output: long }));
    expect(JSON.stringify(leanView(viewOf(...spans))).length).toBeLessThan(600_000);
  });
});

it("a span to be read has all but very large values", () => {
  expect(leanSpan(span({ output: long }))).toMatchObject({ output: long });
  expect(leanSpan(span({ output: long.repeat(100) }))).toMatchObject({ left: { output: { chars: 50_002 } } });
});

it("a value is known again whether it is there or left out", () => {
  const whole = span({ output: long });
  const [lean] = leanView(viewOf(whole)).spans;
  expect(lean && markOf(lean, "output")).toBe(markOf(whole, "output"));
  expect(markOf(whole, "input")).toBeUndefined();
});

it("texts that differ have marks that differ", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(fingerprint(one) === fingerprint(other)).toBe(one === other);
    }),
  );
});
