import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chatEvent } from "@/lib/chat/chat-events";
import type { EventBody, RunEvent } from "@/workflows/events/event";
import { emptyView, project } from "@/workflows/events/project";
import { mostPacked, packDeltas, packedDeltasSchema, unpackDeltas } from "./packed-deltas";

/** Calls of two nodes, one of them in parallel visits, and what may come between their tokens. */
const call = fc.constantFrom(
  { spanId: "m1", node: "a", visit: 1 },
  { spanId: "m2", node: "a", visit: 2 },
  { spanId: "m3", node: "b", visit: 1 },
);
const body: fc.Arbitrary<EventBody & { node?: string; visit?: number }> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(call, fc.string({ unit: "grapheme", maxLength: 5 }), fc.boolean())
      .map(([{ spanId, ...place }, text, placed]) => ({
        type: "model.delta" as const,
        data: { spanId, text },
        ...(placed && place),
      })),
  },
  {
    weight: 2,
    arbitrary: call.map(({ spanId, ...place }) => ({
      type: "model.started" as const,
      data: { spanId, provider: "p", model: "m", messages: [] },
      ...place,
    })),
  },
  {
    weight: 1,
    arbitrary: call.map(({ spanId, node, visit }) => ({
      type: "node.started" as const,
      data: { spanId: `${node}#${visit}`, taskId: spanId },
      node,
      visit,
    })),
  },
  {
    weight: 1,
    arbitrary: call.map(({ spanId, ...place }) => ({
      type: "model.finished" as const,
      data: {
        spanId,
        provider: "p",
        model: "m",
        message: { role: "assistant" as const, content: "Hi" },
        usage: null,
        costMicros: null,
      },
      ...place,
    })),
  },
);

const history = fc
  .array(fc.tuple(body, fc.nat(90), fc.subarray(["sub", "deep"])), { maxLength: 80 })
  .map((steps) => {
    let ts = 1_790_000_000_000;
    return steps.map(([step, later, ns], at): RunEvent => {
      ts += later;
      return { runId: "run_1", seq: at + 1, ts, ns, ...step };
    });
  });

/** What a table holds after packing: rows under their number. */
function stored(events: readonly RunEvent[]) {
  const packed = packDeltas(events);
  const gone = new Set(packed.flatMap((row) => [...row.gone, row.seq]));
  const rows = [
    ...events.filter(({ seq }) => !gone.has(seq)).map((event) => ({ seq: event.seq, event })),
    // As it comes back from jsonb.
    ...packed.map(({ seq, ts, data }) => ({
      seq,
      packed: { ts, data: packedDeltasSchema.parse(JSON.parse(JSON.stringify(data))) },
    })),
  ];
  return rows.sort((left, right) => left.seq - right.seq);
}

type Row = ReturnType<typeof stored>[number];
const read = (rows: readonly Row[], after: number): RunEvent[] =>
  rows
    .filter(({ seq }) => seq > after)
    .flatMap((row) => ("packed" in row ? unpackDeltas("run_1", row.packed, after) : [row.event]));

describe("packed token deltas", () => {
  test("come back as they were, from whatever number somebody reads on", () => {
    fc.assert(
      fc.property(history, fc.nat(80), (events, after) => {
        const rows = stored(events);
        expect(read(rows, 0)).toEqual(events);
        expect(read(rows, after)).toEqual(events.filter(({ seq }) => seq > after));
      }),
    );
  });

  test("give the same view and the same chat, also to who saw a part before they were packed", () => {
    fc.assert(
      fc.property(history, fc.nat(80), fc.boolean(), (events, cut, inChat) => {
        const show = (list: readonly RunEvent[]) =>
          inChat ? list.flatMap((event) => chatEvent(event, { seesPauses: false }) ?? []) : list;
        const before = project(show(events), emptyView("run_1"));
        const first = project(show(events.slice(0, cut)), emptyView("run_1"));
        const rest = read(stored(events), Math.min(cut, events.length));
        expect(project(show(rest), first)).toEqual(before);
      }),
    );
  });

  test("are one row for all that come without anything between", () => {
    fc.assert(
      fc.property(history, (events) => {
        const isDelta = ({ type }: RunEvent) => type === "model.delta";
        const left = stored(events).length;
        const stretches = events.filter(
          (event, at) => isDelta(event) && !(at > 0 && isDelta(events[at - 1] ?? event)),
        ).length;
        expect(left).toBe(events.filter((event) => !isDelta(event)).length + stretches);
      }),
    );
  });
});

const delta = (seq: number, ts: number, text: string): RunEvent => ({
  runId: "r",
  seq,
  ts,
  ns: [],
  node: "a",
  visit: 1,
  type: "model.delta",
  data: { spanId: "m", text },
});

test("a long answer becomes several rows, none of which is large", () => {
  const many = Array.from({ length: 1_200 }, (_, at) => delta(at + 1, at, "word "));
  expect(packDeltas(many).map(({ seq }) => seq)).toEqual([mostPacked, 2 * mostPacked, 1_200]);
  const large = [delta(1, 0, "x".repeat(40_000)), delta(2, 1, "y".repeat(40_000)), delta(3, 2, "z")];
  expect(packDeltas(large).map(({ seq, gone }) => ({ seq, gone }))).toEqual([{ seq: 3, gone: [2] }]);
});

test("what would not come back as it was stays as it is, and so does what stands alone", () => {
  // 0.2 and what is between them do not add up to 0.9.
  expect(packDeltas([delta(1, 0.2, "a"), delta(2, 0.9, "b")])).toEqual([]);
  expect(packDeltas([delta(1, 0, "a"), delta(3, 1, "b")])).toEqual([]);
  const more = delta(2, 1, "b");
  Object.assign(more.data, { later: true });
  expect(packDeltas([delta(1, 0, "a"), more])).toEqual([]);
});
