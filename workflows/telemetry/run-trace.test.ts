import fc from "fast-check";
import { expect, it, test } from "vitest";
import { runSpanIdOf, spanIdOf, traceIdOf } from "./ids";
import { isSampled, runTraceFrom, runTraceSchema, traceOf } from "./run-trace";
import { readTraceContext } from "./trace-context";

const trace = { traceId: "0af7651916cd43dd8448eb211c80319c", parentSpanId: "b7ad6b7169203331" };

test("a run has a trace of its own, or its caller's", () => {
  expect(traceOf("run_1", null)).toBe(traceIdOf("run_1"));
  expect(traceOf("run_1", trace)).toBe(trace.traceId);
});

test("ids are hex, of the right length, and differ", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(traceIdOf(one)).toMatch(/^[0-9a-f]{32}$/);
      expect(spanIdOf(one, other)).toMatch(/^[0-9a-f]{16}$/);
      expect(spanIdOf(one, other)).not.toBe(runSpanIdOf(one));
      expect(spanIdOf("run", one) === spanIdOf("run", other)).toBe(one === other);
    }),
  );
});

test("what a request says is fit to be kept", () => {
  const header = `00-${trace.traceId}-${trace.parentSpanId}-00`;
  const kept = runTraceSchema.parse(runTraceFrom(readTraceContext(header, "a=1")));
  expect(kept).toEqual({ ...trace, sampled: false, state: "a=1" });
  expect(runTraceFrom(readTraceContext("nonsense"))).toBeUndefined();
});

test.each([
  [true, 0, true],
  [false, 1, false],
])("the caller's word (%s) counts, not the share", (sampled, share, sent) => {
  expect(isSampled("run_1", { ...trace, sampled }, share)).toBe(sent);
});

it("sends about the share that is asked for, and of a trace all or nothing", () => {
  const ids = Array.from({ length: 4_000 }, (_, at) => `run_${at}`);
  const sent = ids.filter((id) => isSampled(id, null, 0.25));
  expect(sent.length / ids.length).toBeGreaterThan(0.21);
  expect(sent.length / ids.length).toBeLessThan(0.29);
  expect(ids.every((id) => isSampled(id, null, 1))).toBe(true);
  expect(ids.some((id) => isSampled(id, null, 0))).toBe(false);
  for (const id of ids.slice(0, 100)) {
    const child = { traceId: traceIdOf(id), parentSpanId: runSpanIdOf(id) };
    expect(isSampled("another", child, 0.25)).toBe(isSampled(id, null, 0.25));
  }
});
