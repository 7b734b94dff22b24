import { describe, expect, it } from "vitest";
import { anyObject, anything, listOf, number, type Shapes, text, typeWord } from "./value-type";
import { withSeen } from "./with-seen";

const shapes: Shapes = {
  order: anyObject,
  items: listOf(anything),
  reply: anything,
  name: text,
  verdict: { kind: "object", fields: { score: number }, others: "none" },
};

describe("withSeen", () => {
  it("takes from values what types leave open, and nothing else", () => {
    const seen = withSeen(shapes, {
      order: { total: 3, lines: [{ sku: "a" }] },
      items: [{ id: 1 }, { id: 2, tag: "x" }],
      reply: "yes",
      name: 7,
      verdict: { other: true },
      stranger: 1,
    });
    expect(seen.order).toMatchObject({ fields: { total: { kind: "number" } }, others: "likely" });
    expect(seen.items).toMatchObject({ item: { fields: { id: { kind: "number" }, tag: {} } } });
    expect(seen.reply && typeWord(seen.reply)).toBe("text");
    expect([seen.name, seen.verdict, seen.stranger]).toEqual([shapes.name, shapes.verdict, undefined]);
  });

  it("leaves shapes as they are where nothing was seen", () => {
    expect(withSeen(shapes, { order: null })).toBe(shapes);
  });
});
