import { describe, expect, it } from "vitest";
import { operationSchema } from "./operation";
import { isStorable } from "./storable";

const configure = (set: object) => operationSchema.safeParse({ op: "node.configure", id: "a", set });

describe.each(["a\0b", "half \ud83d of it", "\udc00"])("the text %j", (text) => {
  it("cannot be stored, wherever it stands", () => {
    expect([text, [text], { a: [1, { b: text }] }, { [text]: 1 }].map(isStorable)).toEqual(
      Array(4).fill(false),
    );
  });

  it("is refused by every operation, in words", () => {
    expect(configure({ prompt: text }).error?.message).toContain("cannot be stored");
    const title = { op: "node.title", id: "a", title: text };
    expect(operationSchema.safeParse(title).success).toBe(false);
    expect(operationSchema.safeParse({ op: "batch", operations: [title] }).success).toBe(false);
  });
});

it.each(["", "é😀", "line\nline\ttab", "\\u0000", "\u2028\u{10ffff}"])(
  "the text %j is taken as it is",
  (text) => {
    expect(isStorable({ [text]: [text, null, 1, true] })).toBe(true);
    expect(configure({ [text]: text })).toMatchObject({ success: true, data: { set: { [text]: text } } });
  },
);
