import { describe, expect, it } from "vitest";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";

nodeContract("template");

const fill = async (text: string, state: Record<string, unknown>, more: object = {}) =>
  (await runNode("template", { text, output: "out", ...more }, state)).update?.out;

describe("template", () => {
  it.each([
    ["Hi {{ name }}!", "Hi Ada!"],
    ["{{ missing }}.", "."],
    ["{{ order }}", '{"id":1}'],
    ["{{ join(names, ', ') }}", "a, b"],
    ["no holes", "no holes"],
    ["\\{{ name }}", "{{ name }}"],
  ])("%s gives %s", async (text, out) => {
    expect(await fill(text, { name: "Ada", order: { id: 1 }, names: ["a", "b"] })).toBe(out);
  });

  it("cuts space off its ends if told to", async () => {
    expect(await fill("\n a \n", {})).toBe("\n a \n");
    expect(await fill("\n a \n", {}, { trim: true })).toBe("a");
  });

  it("fails with the expression in the message", async () => {
    await expect(fill("{{ name.first }}", { name: {} })).rejects.toThrow(/name\.first/);
  });

  it("says what a new one lacks", () => {
    expect(issuesOf("template", {})).toEqual([
      "text: Write the text.",
      "output: The result goes nowhere: choose the channel to write it to.",
    ]);
  });
});
