import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply } from "./apply";
import { semanticHash } from "./canonical";
import { diff } from "./diff";
import { invert } from "./invert";
import { restored } from "./restored";
import { graphDocument } from "./testing/arbitraries";
import { sketch } from "./testing/sketch";

const pin = { port: "out", update: { x: 1 } };

describe("a version that takes the draft's place", () => {
  it("leaves the draft's pins on nodes that are still there, and brings none of its own", () => {
    const version = { ...sketch({ edges: "start > a; a > end" }), pins: {} };
    const draft = { ...sketch({ edges: "start > a; a > b; b > end" }), pins: { a: pin, b: pin } };
    expect(restored(draft, version)).toEqual({ ...version, pins: { a: pin } });
  });

  it("takes a pin off where the node was of another type", () => {
    const version = sketch({ edges: "start > a; a > end" });
    const node = version.nodes.a;
    if (!node) throw new Error("The sketch has no node a");
    const draft = {
      ...version,
      nodes: { ...version.nodes, a: { ...node, type: "other" } },
      pins: { a: pin },
    };
    expect(restored(draft, version).pins).toEqual({});
  });

  it("comes as operations, and one undo brings the draft back", () => {
    fc.assert(
      fc.property(graphDocument, graphDocument, (draft, version) => {
        const operation = diff(draft, restored(draft, version), "Restore");
        const after = apply(draft, operation);
        if (!after.ok) throw new Error(after.problem.message);
        expect(semanticHash(after.value)).toBe(semanticHash(version));
        const back = apply(after.value, invert(draft, operation));
        expect(back).toEqual({ ok: true, value: draft });
      }),
      { numRuns: 100 },
    );
  });
});
