import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordDiff } from "./word-diff";

const written = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => ({ same: text, added: `+[${text}]`, removed: `-[${text}]` })[kind])
    .join("");

describe("wordDiff", () => {
  it.each([
    ["nothing", "Be kind.", "Be kind.", "Be kind."],
    ["a word", "Be kind.", "Be brief.", "Be -[kind]+[brief]."],
    [
      "several words side by side",
      "Be very kind to all",
      "Be quite brief to all",
      "Be -[very kind]+[quite brief] to all",
    ],
    ["a new line at the end", "One", "One\nTwo", "One+[\nTwo]"],
    ["everything", "", "New", "+[New]"],
  ])("shows %s", (_, before, after, expected) => {
    expect(written(before, after)).toBe(expected);
  });

  it("gives both texts back", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", " ", "\n", ".", "word", "é"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordDiff(before, after);
        const without = (kind: string) =>
          pieces.map((piece) => (piece.kind === kind ? "" : piece.text)).join("");
        expect([without("added"), without("removed")]).toEqual([before, after]);
      }),
    );
  });

  it("takes texts that share too little as two texts", () => {
    const words = (start: number) => Array.from({ length: 600 }, (_, index) => `w${start + index}`).join(" ");
    expect(wordDiff(words(0), words(10_000)).map(({ kind }) => kind)).toEqual(["removed", "added"]);
  });
});
