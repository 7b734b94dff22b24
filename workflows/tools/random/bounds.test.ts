import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAppError } from "@/workflows/errors/app-error";
import { drawSchema } from "./args";
import { drawn } from "./drawn";

const bound = fc.double({ noNaN: true, noDefaultInfinity: true });
const lines = (text: string) => text.split("\n");

describe("a draw", () => {
  it("of a decimal stays between its bounds, however far they are apart or near", () => {
    fc.assert(
      fc.property(bound, bound, (one, other) => {
        fc.pre(one !== other);
        const [min, max] = [Math.min(one, other), Math.max(one, other)];
        const value = Number(drawn({ kind: "decimal", min, max }));
        expect(value).toBeGreaterThanOrEqual(min);
        expect(value).toBeLessThan(max);
      }),
    );
  });

  it("of different choices is a part of them, and as many as there are at most", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1 }),
        fc.integer({ min: 1, max: 20 }),
        (choices, count) => {
          const chosen = lines(drawn({ kind: "choice", choices, count }));
          expect(chosen).toHaveLength(Math.min(count, choices.length));
          expect(new Set(chosen).size).toBe(chosen.length);
          expect(choices).toEqual(expect.arrayContaining(chosen));
        },
      ),
    );
  });

  it("of ids never gives one twice", () => {
    expect(new Set(lines(drawn({ kind: "uuid", count: 1_000 }))).size).toBe(1_000);
  });

  it("leaves the choices that it is given as they are", () => {
    const choices = Object.freeze(["a", "b", "c"]);
    expect(lines(drawn({ kind: "choice", choices: [...choices], count: 3 })).toSorted()).toEqual(choices);
  });

  it.each([
    [{ kind: "integer" as const, min: 7, max: 7 }, /^7$/],
    [{ kind: "integer" as const, min: 0.5, max: 1.5 }, /^1$/],
    [{ kind: "integer" as const, min: -3, max: -3, count: 2 }, /^-3\n-3$/],
    [{ kind: "choice" as const, choices: ["same", "same"], count: 2 }, /^same\nsame$/],
    [{ kind: "choice" as const, choices: ["only"], count: 4, different: false }, /^(only\n){3}only$/],
  ])("with one way to go goes it: %j", (draw, text) => {
    expect(drawn(draw)).toMatch(text);
  });

  it("gives what was asked for or a problem in words, whatever a model says", () => {
    const said = fc.record(
      {
        kind: fc.constantFrom("integer", "decimal", "choice", "uuid"),
        min: bound,
        max: bound,
        choices: fc.array(fc.string({ maxLength: 3 }), { maxLength: 4 }),
        count: fc.integer({ min: 1, max: 5 }),
        different: fc.boolean(),
      },
      { requiredKeys: ["kind"] },
    );
    fc.assert(
      fc.property(said, (args) => {
        const outcome = outcomeOf(() => drawn(drawSchema.parse(args)));
        expect(typeof outcome === "string" ? "text" : isAppError(outcome) && outcome.code).toMatch(
          /^(text|tool_failed)$/,
        );
        expect(String(outcome)).not.toMatch(/NaN|undefined/);
      }),
    );
  });
});

function outcomeOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
