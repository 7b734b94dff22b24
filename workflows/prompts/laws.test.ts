import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "@/workflows/expressions/evaluate";
import { renderTemplate } from "@/workflows/expressions/template";
import { json } from "@/workflows/graph/testing/arbitraries";
import { boundText } from "./bound";
import { promptCaseSchema } from "./case";
import { caseProblem } from "./case-problem";
import { usesIn } from "./prompt-use";
import { useProblems } from "./use-problems";
import { variablesOf } from "./variables";

const expressions = [
  "a",
  "b",
  "a + b",
  "[a, b]",
  "a == b ? a : b",
  "string(n)",
  "string(n) + a // twice",
  "{'x': a}.x",
];
const prompts = [
  "{{ topic }}",
  "About {{ topic }}: {{ style }}.",
  "{{ string(topic) + '!' }}",
  "{{ [topic, style].map(a, string(a)) }}",
  "{{ [topic, topic].size() }} and {{ size([style]) }}",
  "No variables at all",
  "{{ topic }}{{ topic }}",
  "{{ {'topic': style}.topic }}",
];
const state = fc.record({ a: fc.string(), b: fc.string(), n: fc.integer({ min: 0, max: 99 }) });
const choice = fc.constantFrom(...expressions);

/** A text, or that it failed. */
const told = (give: () => unknown) => {
  try {
    return give();
  } catch {
    return "failed";
  }
};

describe("a prompt over a graph's channels", () => {
  it("says what the prompt says of the values that its variables stand for", () => {
    fc.assert(
      fc.property(fc.constantFrom(...prompts), choice, choice, state, (prompt, topic, style, values) => {
        const text = boundText(
          prompt,
          new Map([
            ["topic", topic],
            ["style", style],
          ]),
        );
        const before = told(() =>
          renderTemplate(prompt, { topic: evaluate(topic, values), style: evaluate(style, values) }),
        );
        expect(told(() => renderTemplate(text, values))).toEqual(before);
      }),
    );
  });

  it("asks for the channels of what its variables stand for, and for no variable any more", () => {
    fc.assert(
      fc.property(fc.constantFrom(...prompts), choice, choice, (prompt, topic, style) => {
        const text = boundText(
          prompt,
          new Map([
            ["topic", topic],
            ["style", style],
          ]),
        );
        for (const name of variablesOf(text)) expect(["a", "b", "n"]).toContain(name);
      }),
    );
  });

  it("stays as it is where nothing is said of its variables, and names each of them once", () => {
    for (const prompt of prompts) expect(boundText(prompt, new Map())).toBe(prompt);
    expect(variablesOf("{{ b }} {{ a }} {{ b + a }} {{ c.map(x, x + a) }}")).toEqual(["b", "a", "c"]);
  });
});

describe("a test case of a prompt", () => {
  it("holds for an answer that is the JSON that is wanted, or more than it", () => {
    fc.assert(
      fc.property(json, fc.boolean(), (value, fenced) => {
        const text = JSON.stringify(value, null, 2);
        const answer = fenced ? `Here it is:\n\`\`\`json\n${text}\n\`\`\`\nDone.` : text;
        expect(caseProblem({ type: "json", value }, answer)).toBeUndefined();
        const more = JSON.stringify({ wanted: value, more: 1 });
        expect(caseProblem({ type: "json", value: { wanted: value } }, more)).toBeUndefined();
      }),
    );
  });

  it("holds for an answer with the words in it, whatever stands around them and in whichever case", () => {
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/^[a-z ]{1,8}$/), fc.string(), (before, text, after) => {
        const answer = before + text.toUpperCase() + after;
        expect(caseProblem({ type: "contains", text }, answer)).toBeUndefined();
      }),
    );
  });

  it("says in words what is wrong, and never falls over a pattern or an answer", () => {
    const expect_ = fc.oneof(
      fc.record({ type: fc.constant("contains" as const), text: fc.string({ minLength: 1 }) }),
      fc.record({ type: fc.constant("matches" as const), pattern: fc.string({ minLength: 1 }) }),
      fc.record({ type: fc.constant("json" as const), value: json }),
    );
    fc.assert(
      fc.property(expect_, fc.oneof(fc.string(), fc.json()), (wanted, answer) => {
        expect(caseProblem(wanted, answer) ?? "Fine.").toMatch(/\S/);
      }),
    );
  });

  it("is kept as it was written, and needs a name", () => {
    const written = { name: " Short ", values: { topic: ["a", 1] }, expect: { type: "contains", text: "a" } };
    expect(promptCaseSchema.parse(written)).toEqual({ ...written, name: "Short" });
    expect(promptCaseSchema.safeParse({ ...written, name: "  " }).success).toBe(false);
  });
});

describe("a prompt of the library in a node", () => {
  const use = { prompt: "p1", name: "Greeting", variables: [{ name: "who", value: "a" }] };
  const library = [
    {
      id: "p1",
      name: "Greeting",
      versions: [
        { number: 2, variables: ["who", "tone"] },
        { number: 1, variables: ["who"] },
      ],
    },
  ];
  const problems = (more: object) =>
    usesIn({ promptFrom: { ...use, ...more } }).flatMap((placed) =>
      useProblems(placed, library).map(({ code, field }) => `${code} at ${field}`),
    );

  it.each<[string, object, string[]]>([
    ["the newest asks for more", {}, ["prompt_variable_unbound at promptFrom"]],
    ["an older one asks for less", { version: 1 }, []],
    ["a version that is not there", { version: 9 }, ["prompt_not_found at promptFrom.version"]],
    ["a prompt that is not there", { prompt: "p2" }, ["prompt_not_found at promptFrom"]],
    [
      "a variable that stands for nothing",
      { version: 1, variables: [{ name: "who", value: "  " }] },
      ["prompt_variable_unbound at promptFrom.variables.0.value"],
    ],
    ["a variable too many", { version: 1, variables: [...use.variables, { name: "old", value: "b" }] }, []],
  ])("%s", (_, more, found) => {
    expect(problems(more)).toEqual(found);
  });

  it("is found in settings of any kind, or there is none", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("promptFrom", "prompt", "From", "x"), json), (config) => {
        for (const { field, fills } of usesIn(config)) expect(`${fills}From`).toBe(field);
      }),
    );
  });
});
