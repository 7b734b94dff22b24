import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokensOf } from "./tokens";

const kinds = (text: string) =>
  tokensOf(text)
    .filter(({ kind }) => kind !== "space")
    .map(({ kind, text: piece }) => `${kind} ${piece}`);

describe("tokensOf", () => {
  it.each([
    ["a.b1 >= 2.5", ["name a", "mark .", "name b1", "mark >=", "number 2.5"]],
    ["'it\\'s' + \"x", ["string 'it\\'s'", "mark +", 'string "x']],
    ["true in x // why", ["word true", "word in", "name x"]],
    ["inside", ["name inside"]],
    ['r"\\d" 0x1F 3u', ['string r"\\d"', "number 0x1F", "number 3u"]],
    ["'''a\nb''' && 😀", ["string '''a\nb'''", "mark &&", "mark 😀"]],
    ["'open\nnext", ["string 'open", "name next"]],
  ])("%s", (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it("leaves nothing out and adds nothing, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(
          tokensOf(text)
            .map((token) => token.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});
