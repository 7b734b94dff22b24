import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { templates } from "@/workflows/templates/registry";
import { recordedRun } from "@/workflows/testing/recorded-run";
import { type RunEvent, runEventSchema } from "./event";
import { emptyView, project } from "./project";

const recorded = new Map<string, RunEvent[]>();
beforeAll(async () => {
  for (const { id, document, sampleInput } of templates) {
    recorded.set(id, await recordedRun(document, sampleInput));
  }
}, 60_000);

const eventsOf = (id: string) => recorded.get(id) ?? [];
const whole = (id: string) => project(eventsOf(id), emptyView("run_1"));

/** Of the graph itself, not of one inside its nodes. */
const isOuter = (address: string) => !address.includes("/");

/** Events cut into deliveries at these places. */
function cut(events: readonly RunEvent[], at: readonly number[]): RunEvent[][] {
  const places = [...new Set(at.map((place) => place % (events.length + 1)))].sort((a, b) => a - b);
  return [0, ...places].map((from, index) => events.slice(from, places[index] ?? events.length));
}

describe.each(templates.map(({ id, document }) => [id, document] as const))(
  "a run of the template %s",
  (id, document) => {
    it("comes to the same in whatever pieces its events arrive", () => {
      fc.assert(
        fc.property(fc.array(fc.nat(), { maxLength: 6 }), (at) => {
          const view = cut(eventsOf(id), at).reduce(
            (known, piece) => project(piece, known),
            emptyView("run_1"),
          );
          expect(view).toEqual(whole(id));
        }),
        { numRuns: 30 },
      );
    });

    it("comes to the same where deliveries overlap or come twice", () => {
      fc.assert(
        fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(4)), { maxLength: 5 }), (cuts) => {
          const events = eventsOf(id);
          const places = cuts
            .map(([at, back]) => [at % (events.length + 1), back] as const)
            .sort(([a], [b]) => a - b);
          let view = emptyView("run_1");
          let from = 0;
          for (const [to, back] of [...places, [events.length, 0] as const]) {
            view = project(events.slice(Math.max(0, from - back), to), view);
            from = to;
          }
          expect(view).toEqual(whole(id));
        }),
        { numRuns: 30 },
      );
    });

    it("leaves a view that it was added to as it was", () => {
      const events = eventsOf(id);
      const half = project(events.slice(0, events.length / 2), emptyView("run_1"));
      const before = structuredClone(half);
      project(events, half);
      expect(half).toEqual(before);
    });

    it("is a tree of spans of its own nodes, each of which began after what is around it", () => {
      const { spans } = whole(id);
      const byId = new Map(spans.map((span) => [span.id, span]));
      expect(byId.size).toBe(spans.length);
      for (const { parentId, startedAt, endedAt, kind, nodeId } of spans) {
        const around = parentId === undefined ? undefined : byId.get(parentId);
        expect(around !== undefined).toBe(parentId !== undefined);
        expect(startedAt).toBeGreaterThanOrEqual(around?.startedAt ?? 0);
        expect(endedAt ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(startedAt);
        const isOwn = kind !== "node" || parentId !== undefined || (nodeId ?? "") in document.nodes;
        expect([nodeId, isOwn]).toEqual([nodeId, true]);
      }
    });

    it("has the tokens and the money of its model calls, no more and no less", () => {
      const { spans, tokens, cost } = whole(id);
      const models = spans.filter(({ kind }) => kind === "model");
      expect(tokens.input).toBe(models.reduce((sum, { usage }) => sum + (usage?.input ?? 0), 0));
      expect(tokens.output).toBe(models.reduce((sum, { usage }) => sum + (usage?.output ?? 0), 0));
      expect(cost.micros).toBe(models.reduce((sum, { costMicros }) => sum + (costMicros ?? 0), 0));
      expect(cost.unknownCalls).toBe(models.filter(({ costMicros }) => costMicros === null).length);
    });

    it("goes only along edges that are drawn, and counts each visit once", () => {
      const { nodes, edges, spans } = whole(id);
      for (const edge of Object.keys(edges).filter(isOuter))
        expect(Object.keys(document.edges)).toContain(edge);
      for (const [node, { visits }] of Object.entries(nodes).filter(([address]) => isOuter(address))) {
        expect(visits).toBe(
          new Set(
            spans.filter((each) => each.kind === "node" && each.nodeId === node).map((each) => each.visit),
          ).size,
        );
      }
    });

    it("is kept as JSON and read back as it was, event by event", () => {
      const kept: unknown = JSON.parse(JSON.stringify(eventsOf(id)));
      expect(runEventSchema.array().parse(kept)).toEqual(kept);
      expect(project(runEventSchema.array().parse(kept), emptyView("run_1"))).toEqual(
        JSON.parse(JSON.stringify(whole(id))),
      );
    });

    it("has ended, or waits for somebody", () => {
      const { status, interrupts, endedAt } = whole(id);
      expect(status).toBe(interrupts.length > 0 ? "interrupted" : "success");
      expect(endedAt === undefined).toBe(interrupts.length > 0);
    });
  },
);
