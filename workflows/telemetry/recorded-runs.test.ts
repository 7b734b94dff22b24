import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { RunEvent } from "@/workflows/events/event";
import { templates } from "@/workflows/templates/registry";
import { recordedRun } from "@/workflows/testing/recorded-run";
import { Endings } from "./endings";
import { runSpanIdOf, spanIdOf, traceIdOf } from "./ids";
import { spansOf } from "./run-spans";
import { childTrace, isSampled, type RunTrace, runTraceSchema, traceOf } from "./run-trace";
import { apiRun } from "./testing/api-run";
import { readTraceContext, writeTraceparent } from "./trace-context";

const recorded = new Map<string, RunEvent[]>();
beforeAll(async () => {
  for (const { id, document, sampleInput } of templates) {
    recorded.set(id, await recordedRun(document, sampleInput));
  }
}, 60_000);

function told(id: string, { content = false, upTo = Number.MAX_SAFE_INTEGER, after = 0 } = {}) {
  const run = new Endings("run_1");
  run.add((recorded.get(id) ?? []).filter(({ seq }) => seq <= upTo));
  return spansOf(apiRun, run, after, { content });
}
const spans = (id: string, content = false) => told(id, { content }).map(({ span }) => span);
const ended = templates.filter(({ id }) => id !== "approval").map(({ id }) => [id] as const);

describe.each(ended)("the spans of a run of the template %s", (id) => {
  it("are one tree in one trace, under the span of the run", () => {
    const all = spans(id);
    const ids = new Set(all.map(({ spanId }) => spanId));
    expect(ids.size).toBe(all.length);
    for (const { traceId, spanId, parentSpanId } of all) {
      expect(traceId).toBe(traceIdOf("run_1"));
      expect(traceId).toMatch(/^(?!0+$)[0-9a-f]{32}$/);
      expect(spanId).toMatch(/^(?!0+$)[0-9a-f]{16}$/);
      expect(spanId === runSpanIdOf("run_1") || ids.has(parentSpanId ?? "")).toBe(true);
    }
    expect(all.at(-1)?.spanId).toBe(runSpanIdOf("run_1"));
  });

  it("end after they begin, and after what stands inside them", () => {
    const all = spans(id);
    const byId = new Map(all.map((span) => [span.spanId, span]));
    for (const { startMs, endMs, parentSpanId } of all) {
      expect(endMs).toBeGreaterThanOrEqual(startMs);
      expect(byId.get(parentSpanId ?? "")?.endMs ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(endMs);
    }
  });

  it("are the same whoever tells them, and told once each however often one looks in between", () => {
    const events = recorded.get(id) ?? [];
    fc.assert(
      fc.property(fc.array(fc.nat(events.length), { maxLength: 4 }), (stops) => {
        const marks = [...new Set(stops)].sort((a, b) => a - b);
        let after = 0;
        const pieces = [...marks, events.length].flatMap((upTo) => {
          const piece = told(id, { upTo, after });
          after = upTo;
          return piece;
        });
        expect(pieces.map(({ span }) => span.spanId).sort()).toEqual(
          spans(id)
            .map(({ spanId }) => spanId)
            .sort(),
        );
      }),
      { numRuns: 20 },
    );
    expect(told(id)).toEqual(told(id));
  });

  it("hold nothing of what was said where nobody may be told, and the same shape where they may", () => {
    const { sampleInput } = templates.find((each) => each.id === id) ?? { sampleInput: {} };
    const words = textsIn(sampleInput).filter((text) => text.length > 8);
    const silent = JSON.stringify(spans(id));
    for (const text of words) expect(silent).not.toContain(text.slice(0, 30));
    const open = spans(id, true);
    expect(open.map(({ spanId, name }) => [spanId, name])).toEqual(
      spans(id).map(({ spanId, name }) => [spanId, name]),
    );
    for (const text of words) expect(JSON.stringify(open)).toContain(text.slice(0, 30));
  });

  it("have attributes of the kinds that OTLP has, none of them unknown", () => {
    for (const { attributes, events } of spans(id, true)) {
      for (const value of [attributes, ...events.map((event) => event.attributes)].flatMap(Object.values)) {
        const isOne = ["string", "number", "boolean"].includes(typeof value) || Array.isArray(value);
        expect([value, isOne && !Number.isNaN(value)]).toEqual([value, true]);
      }
    }
  });
});

/** Texts anywhere inside a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe("ids of spans", () => {
  it("are stable, valid, and another for another run, span or kind of thing", () => {
    const id = fc.string({ unit: "grapheme", maxLength: 12 });
    fc.assert(
      fc.property(id, id, id, (run, one, other) => {
        expect(spanIdOf(run, one)).toBe(spanIdOf(run, one));
        expect(spanIdOf(run, one)).toMatch(/^[0-9a-f]{16}$/);
        expect(spanIdOf(run, one) === spanIdOf(run, other)).toBe(one === other);
        expect(traceIdOf(one) === traceIdOf(other)).toBe(one === other);
        expect(traceIdOf(run).startsWith(runSpanIdOf(run))).toBe(false);
        expect(spanIdOf(run, one)).not.toBe(runSpanIdOf(run));
      }),
    );
  });
});

describe("a trace that goes on", () => {
  const hex = (digits: number) =>
    fc.stringMatching(new RegExp(`^[0-9a-f]{${digits}}$`)).filter((text) => !/^0+$/.test(text));
  const trace: fc.Arbitrary<RunTrace> = fc.record(
    { traceId: hex(32), parentSpanId: hex(16), sampled: fc.boolean() },
    { requiredKeys: ["traceId", "parentSpanId"] },
  );

  it("is read from the header that was written, and fits what is kept", () => {
    fc.assert(
      fc.property(trace, (given) => {
        const { traceId, parentSpanId, sampled = false } = given;
        const read = readTraceContext(writeTraceparent({ traceId, parentSpanId, sampled }));
        expect(read).toEqual({ traceId, parentSpanId, sampled });
        expect(runTraceSchema.parse(read)).toEqual(read);
      }),
    );
  });

  it("is one for a run and all that it calls, and one decision for all of them", () => {
    fc.assert(
      fc.property(
        fc.option(trace),
        fc.uuid(),
        fc.uuid(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (given, run, call, share) => {
          const child = childTrace(run, given, call);
          expect(traceOf(call, child)).toBe(traceOf(run, given));
          expect(child.parentSpanId).toBe(spanIdOf(run, call));
          expect(isSampled(call, child, share)).toBe(isSampled(run, given, share));
        },
      ),
    );
  });

  it("is told whole where all are to be told, and not at all where none is; more never leaves one out", () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (run, a, b) => {
          expect([isSampled(run, null, 1), isSampled(run, null, 0)]).toEqual([true, false]);
          const [less, more] = [Math.min(a, b), Math.max(a, b)];
          expect(isSampled(run, null, more) || !isSampled(run, null, less)).toBe(true);
        },
      ),
    );
  });
});
