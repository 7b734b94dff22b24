import { describe, expect, it } from "vitest";
import { apply, batchOf } from "./apply";
import { emptyDocument } from "./document";

describe("batchOf", () => {
  it("keeps a single step as it is, unless it has a label", () => {
    expect(batchOf([{ op: "edge.remove", id: "e1" }])).toEqual({ op: "edge.remove", id: "e1" });
    expect(batchOf([{ op: "edge.remove", id: "e1" }], "Cut").op).toBe("batch");
    expect(apply(emptyDocument(), batchOf([]))).toEqual({ ok: true, value: emptyDocument() });
  });
});
