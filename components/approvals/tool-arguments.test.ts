import { describe, expect, it } from "vitest";
import { argumentFields, readArguments } from "./tool-arguments";

const tool = {
  name: "pay",
  purpose: "Pays.",
  args: { to: "Ada", amount: 3, extra: [1] },
  schema: {
    type: "object",
    properties: {
      to: { type: "string", description: "Who gets it" },
      amount: { type: "integer", minimum: 1 },
      urgent: { type: "boolean" },
      note: { type: "string" },
      lines: { type: "array", items: { type: "string" } },
    },
    required: ["to", "amount"],
  },
};

describe("arguments of a call, as a form", () => {
  it("have a field each, those that the model left out, too", () => {
    expect(
      argumentFields(tool).map(({ name, kind, text, required }) => [name, kind, text, required]),
    ).toEqual([
      ["to", "text", "Ada", true],
      ["amount", "number", "3", true],
      ["urgent", "boolean", "", false],
      ["note", "text", "", false],
      ["lines", "json", "", false],
      ["extra", "json", "[\n  1\n]", false],
    ]);
    expect(argumentFields(tool)[0]?.help).toBe("Who gets it");
  });

  it.each<[string, Record<string, string>, object]>([
    ["nothing is changed", {}, { args: tool.args }],
    ["values are changed", { to: "Bo", amount: "4" }, { args: { to: "Bo", amount: 4, extra: [1] } }],
    [
      "some are added",
      { urgent: "true", note: "Thanks", lines: '["a"]' },
      { args: { ...tool.args, urgent: true, note: "Thanks", lines: ["a"] } },
    ],
    ["an optional one is emptied", { extra: "" }, { args: { to: "Ada", amount: 3 } }],
    ["a text is emptied that was never there", { note: "" }, { args: tool.args }],
    ["one cannot be read", { amount: "three" }, { errors: { amount: "Enter a number" } }],
    ["one is not what the tool takes", { amount: "0" }, { errors: { amount: expect.stringMatching(/>=1/) } }],
    ["what it needs is gone", { amount: "" }, { errors: { amount: expect.any(String) } }],
    ["an entry inside is wrong", { lines: "[3]" }, { errors: { lines: expect.any(String) } }],
  ])("are read where %s", (_, typed, read) => {
    expect(readArguments(tool, typed)).toEqual(read);
  });
});
