import { describe, expect, it } from "vitest";
import { apply } from "@/workflows/graph/apply";
import type { GraphDocument } from "@/workflows/graph/document";
import type { SingleOperation } from "@/workflows/graph/operation";
import { sketch } from "@/workflows/graph/testing/sketch";
import { merge3, resolve } from "./merge3";
import { isText, withText } from "./with-text";

const base = sketch({ nodes: { a: { prompt: "Say", limit: 1 } }, edges: "start > a; a > end" });

function edited(step: SingleOperation): GraphDocument {
  const result = apply(base, step);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}
const configured = (set: Record<string, string | number>) =>
  edited({ op: "node.configure", id: "a", set, unset: [] });
const noted = (note: string) => edited({ op: "node.note", id: "a", note });

describe("a text of one's own in a conflict", () => {
  it("takes the place of both", () => {
    const merge = merge3(base, configured({ prompt: "Say A" }), configured({ prompt: "Say B" }));
    const [conflict] = merge.conflicts;
    if (!conflict) throw new Error("There is no conflict");
    expect(isText(conflict)).toBe(true);
    const merged = withText(resolve(merge, {}), conflict, "Say A and B");
    expect(merged.nodes.a?.config).toEqual({ ...base.nodes.a?.config, prompt: "Say A and B" });
  });

  it("may be a note", () => {
    const merge = merge3(base, noted("A"), noted("B"));
    const [conflict] = merge.conflicts;
    if (!conflict) throw new Error("There is no conflict");
    expect(withText(resolve(merge, {}), conflict, "A, B").nodes.a?.note).toBe("A, B");
  });

  it.each([
    ["a number", configured({ limit: 2 }), configured({ limit: 3 })],
    [
      "a title",
      edited({ op: "node.title", id: "a", title: "One" }),
      edited({ op: "node.title", id: "a", title: "Two" }),
    ],
    ["a node that is gone", edited({ op: "node.remove", id: "a" }), noted("B")],
  ])("is not offered for %s", (_, mine, theirs) => {
    const merge = merge3(base, mine, theirs);
    const [conflict] = merge.conflicts;
    if (!conflict) throw new Error("There is no conflict");
    expect(isText(conflict)).toBe(false);
    expect(withText(merge.document, conflict, "text")).toBe(merge.document);
  });
});
