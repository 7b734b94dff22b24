import { describe, expect, it } from "vitest";
import { isEdgeDimmed, isNodeDimmed, type Marks, shownMarks, withMarks } from "./marks";

const marks = (ids: string[], more: Partial<Marks> = {}): Marks => ({
  nodes: new Map(ids.map((id) => [id, { tint: "data", word: "writes" }])),
  dimOthers: true,
  ...more,
});

describe("whose marks are shown", () => {
  it("those of who set last, and the earlier ones again when they are cleared", () => {
    const a = marks(["a"]);
    const b = marks(["b"]);
    const both = withMarks(withMarks([], "paths", a), "channels", b);
    expect(shownMarks(both)).toBe(b);
    expect(shownMarks(withMarks(both, "channels", undefined))).toBe(a);
    expect(shownMarks(withMarks(both, "paths", undefined))).toBe(b);
    expect(shownMarks(withMarks(both, "paths", a))).toBe(a);
  });

  it("changes nothing for an owner who clears what it does not hold", () => {
    const held = withMarks([], "paths", marks(["a"]));
    expect(withMarks(held, "channels", undefined)).toBe(held);
    expect(shownMarks(withMarks([], "paths", undefined))).toBeUndefined();
  });
});

describe("what is dimmed", () => {
  it("is every unmarked node, only where the marks ask for it", () => {
    expect(isNodeDimmed(marks(["a"]), "a")).toBe(false);
    expect(isNodeDimmed(marks(["a"]), "b")).toBe(true);
    expect(isNodeDimmed(marks(["a"], { dimOthers: false }), "b")).toBe(false);
    expect(isNodeDimmed(undefined, "b")).toBe(false);
  });

  it("is every edge that is not named, or without names every edge that leaves the marked nodes", () => {
    const ab = { id: "ab", source: "a", target: "b" };
    const bc = { id: "bc", source: "b", target: "c" };
    expect(isEdgeDimmed(marks(["a", "b"]), ab)).toBe(false);
    expect(isEdgeDimmed(marks(["a", "b"]), bc)).toBe(true);
    expect(isEdgeDimmed(marks(["a", "b"], { edges: new Set(["bc"]) }), ab)).toBe(true);
    expect(isEdgeDimmed(marks(["a", "b"], { edges: new Set(["bc"]) }), bc)).toBe(false);
    expect(isEdgeDimmed(marks([], { dimOthers: false }), ab)).toBe(false);
  });
});
