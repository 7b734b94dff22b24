import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkExpression, checkTemplate } from "@/workflows/expressions/check";
import type { Channels } from "@/workflows/graph/channel";
import { markedPieces } from "./marked-pieces";

const channels: Channels = { name: { type: "string", reducer: "replace" } };

const marked = (text: string) =>
  markedPieces(text, "template", checkTemplate(text, channels)).map(({ look, text: piece, problem }) =>
    problem ? `${look}!${piece}` : `${look}:${piece}`,
  );

describe("markedPieces", () => {
  it("marks the expressions of a template and what is wrong in them", () => {
    expect(marked("Hi {{ name }}, {{nam}}")).toEqual([
      "prose:Hi ",
      "mark:{{ ",
      "name:name",
      "mark: }}",
      "prose:, ",
      "mark:{{",
      "name!nam",
      "mark:}}",
    ]);
  });

  it("underlines brackets that never close", () => {
    expect(marked("Hi {{ name")).toEqual(["prose:Hi ", "prose!{{ name"]);
  });

  it("leaves nothing out and adds nothing, whatever the text", () => {
    const words = "{{ }} name nam + 'a' \\{{ {'a': 1} \n x".split(" ");
    const soup = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...words)).map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(soup, (text) => {
        for (const kind of ["template", "expression"] as const) {
          const problems =
            kind === "template" ? checkTemplate(text, channels) : checkExpression(text, channels);
          const pieces = markedPieces(text, kind, problems);
          expect(pieces.map((piece) => piece.text).join("")).toBe(text);
          for (const piece of pieces) expect(text.startsWith(piece.text, piece.start)).toBe(true);
        }
      }),
    );
  });
});
