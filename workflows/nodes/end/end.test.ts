import { describe, expect, it } from "vitest";
import { nodeContract } from "@/workflows/testing/node-contract";
import { endConfig, endDefinition } from "./definition";

nodeContract("end");

describe("end", () => {
  const config = endConfig.parse({ outputs: ["answer", "sources"] });

  it("gives back its channels, which may have no value: a run can end on any path", () => {
    expect(endDefinition.outputs?.(config)).toEqual(["answer", "sources"]);
    expect(endDefinition.reads(config)).toEqual([
      { channel: "answer", field: "outputs.0", optional: true },
      { channel: "sources", field: "outputs.1", optional: true },
    ]);
  });

  it("leads nowhere and changes nothing", () => {
    expect(endDefinition.ports(config)).toEqual([]);
    expect(endDefinition.writes(config)).toEqual([]);
  });

  it.each([
    [{}, "No output"],
    [{ outputs: ["a", "b"] }, "a, b"],
  ])("says on its card what it gives: %j", (given, words) => {
    expect(endDefinition.describe(endConfig.parse(given))).toBe(words);
  });

  it.each([[["Answer"]], [["toString"]], [[""]], ["answer"], [[1]]])("refuses %j as outputs", (outputs) => {
    expect(endConfig.safeParse({ outputs }).success).toBe(false);
  });
});
