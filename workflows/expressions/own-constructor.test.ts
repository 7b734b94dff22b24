import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import { evaluate, evaluateEach } from "./evaluate";
import { renderTemplate } from "./template";

const car = { constructor: "Lotus", year: 1975 };

describe("an object with a key named constructor", () => {
  it.each<[string, Record<string, Json>, Json]>([
    ["car", { car }, car],
    ["car.constructor", { car }, "Lotus"],
    ["car['constructor']", { car }, "Lotus"],
    ["car.year + 1", { car }, 1976],
    ["has(car.constructor)", { car }, true],
    ["has(car.other)", { car }, false],
    ["size(car)", { car }, 2],
    ["cars[1].constructor", { cars: [{ year: 1 }, car] }, "Lotus"],
    ["cars.filter(c, has(c.constructor))", { cars: [{ year: 1 }, car] }, [car]],
    ["deep.a.b", { deep: { a: { b: [car] } } }, [car]],
    ["car == other", { car, other: { ...car } }, true],
    ["car == other", { car, other: { year: 1975 } }, false],
    ["car", { car: { constructor: null } }, { constructor: null }],
  ])("is a value like any other: %s of %j", (expression, state, value) => {
    expect(evaluate(expression, state)).toEqual(value);
  });

  it("is one among the entries of a list, and in templates", () => {
    expect(evaluateEach("item.year", [car, { year: 2 }], {})).toEqual([1975, 2]);
    expect(evaluateEach("item", [car, { year: 2 }], {})).toEqual([car, { year: 2 }]);
    expect(renderTemplate("{{ car.constructor }} of {{ car.year }}", { car })).toBe("Lotus of 1975");
  });

  it("comes back as it was, wherever it stands", () => {
    const name = fc.constantFrom("a", "constructor", "prototype", "toString");
    const value = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.integer(),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(name, tie("value"), { maxKeys: 3 }).map((each): Json => ({ ...each })),
      ),
    })).value;
    fc.assert(
      fc.property(value, (x) => {
        expect(jsonSchema.parse(evaluate("x", { x }))).toEqual(x);
        expect(evaluate("[x][0]", { x })).toEqual(x);
      }),
    );
  });

  it("is still none of what everything inherits", () => {
    expect(() => evaluate("order.constructor", { order: { id: 1 } })).toThrow(/No such key/);
    expect(evaluate("constructor", {})).toBeNull();
  });
});
