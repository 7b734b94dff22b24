import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import { prototypeKey } from "@/workflows/graph/prototype-key";
import { hostileValues } from "@/workflows/testing/hostile-values";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { templateConfig, templateDefinition } from "./definition";
import { filled } from "./filled";

const fill = (text: string, state: Record<string, Json> = {}, trim = false) =>
  filled({ text, output: "o", trim }, state).update.o;
const json = fc
  .jsonValue({ maxDepth: 2 })
  .map((value): Json => jsonSchema.parse(JSON.parse(JSON.stringify(value))));
const textOf = (value: Json | undefined) => (typeof value === "string" ? value : "");
/** Letters of which templates are made, without the two braces that begin a hole. */
const plain = fc.string({ unit: fc.constantFrom(...Array.from("ab }%$#\n'\"<é👍")) });

describe("a text with holes", () => {
  it("is itself where it has none", () => {
    fc.assert(
      fc.property(plain, (text) => {
        expect(fill(text)).toBe(text);
      }),
    );
  });

  it("holds every value as it is: a value is never a template", () => {
    fc.assert(
      fc.property(plain, fc.string(), plain, (before, value, after) => {
        expect(fill(`${before}{{ x }}${after}`, { x: value })).toBe(`${before}${value}${after}`);
        expect(fill(`{{ x }}{{ x }}`, { x: `{{ y }}${value}` })).toBe(`{{ y }}${value}`.repeat(2));
      }),
    );
  });

  it("by json(…) holds any value so that it is read back as it was", () => {
    fc.assert(
      fc.property(json, (x) => {
        expect(JSON.parse(textOf(fill("{{ json(x) }}", { x })))).toEqual(x);
        expect(JSON.parse(textOf(fill('{"a": [{{ json(x) }}]}', { x })))).toEqual({ a: [x] });
      }),
    );
  });

  it("may show the braces themselves", () => {
    fc.assert(
      fc.property(fc.constantFrom("x", "x.y", "1 / 0", ""), (inside) => {
        expect(fill(`\\{{ ${inside} }}`, { x: 1 })).toBe(`{{ ${inside} }}`);
      }),
    );
  });

  it.each<[Json, string]>([
    [null, ""],
    ["", ""],
    [0, "0"],
    [1.5, "1.5"],
    [1e21, "1e+21"],
    [true, "true"],
    [[], "[]"],
    [[1, "a"], '[1,"a"]'],
    [{}, "{}"],
    ["a\nb", "a\nb"],
    ["</script>", "</script>"],
  ])("shows %j as %j", (x, text) => {
    expect(fill("{{ x }}", { x })).toBe(text);
  });

  it.each(hostileValues.filter(([, value]) => prototypeKey(value) === undefined))(
    "takes a channel with %s",
    (_, x) => {
      const made = fill("<{{ x }}>", { x });
      expect(made).toBe(
        `<${x === null ? "" : typeof x === "string" ? x : typeof x === "object" ? JSON.stringify(x) : String(x)}>`,
      );
    },
  );
});

describe("a hole that cannot be filled", () => {
  it.each([
    ["{{ }}", /expression|empty/i],
    ["{{ x. }}", /x\./],
    ["{{ x.y.z }}", /x\.y\.z/],
    ["{{ 1 / 0 }}", /1 \/ 0/],
    ["{{ secrets.KEY }}", /secrets\.KEY/],
  ])("%j stops the node and says which", async (text, message) => {
    await expect(runNode("template", { text, output: "o" }, { x: 1 })).rejects.toThrow(message);
  });

  it("stops it whole: nothing is written of a text that is half filled", async () => {
    const visit = runNode("template", { text: "{{ x }} {{ x.y }}", output: "o" }, { x: 1 });
    await expect(visit).rejects.toMatchObject({ code: "expression_failed" });
  });

  it("that would grow beyond a channel is refused", () => {
    const x = "y".repeat(100_000);
    expect(() => fill("{{ x }}".repeat(60), { x })).toThrow(expect.objectContaining({ code: "too_large" }));
  });
});

describe("space at the ends", () => {
  it("goes where that is asked for, and stays inside", () => {
    fc.assert(
      fc.property(plain, (text) => {
        expect(fill(text, {}, true)).toBe(text.trim());
        expect(fill(` {{ x }} `, { x: text }, true)).toBe(text.trim());
      }),
    );
  });
});

describe("what people type", () => {
  it.each<[object, string]>([
    [{ text: 1 }, "text"],
    [{ text: "x".repeat(100_001) }, "text"],
    [{ trim: "yes" }, "trim"],
    [{ output: "Not one" }, "output"],
  ])("%.60j is refused at its field", (more, field) => {
    const found = templateConfig.safeParse({ text: "x", output: "o", ...more });
    expect(found.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });

  it("every channel of a hole is read at the text, and a hole that is shown is none", () => {
    const config = templateConfig.parse({ text: "{{ a + b }} \\{{ c }} {{ join(d, e) }}", output: "o" });
    expect(templateDefinition.reads(config).map(({ channel, field }) => `${field} ${channel}`)).toEqual([
      "text a",
      "text b",
      "text d",
      "text e",
    ]);
    expect(issuesOf("template", { text: " \n", output: "o" })).toEqual(["text: Write the text."]);
  });
});
