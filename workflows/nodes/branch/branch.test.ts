import { describe, expect, it } from "vitest";
import { nodeContract } from "@/workflows/testing/node-contract";
import { runNode } from "@/workflows/testing/run-node";
import { branchConfig, branchDefinition } from "./definition";

nodeContract("branch");

const conditions = [
  { id: "high", label: "High", when: "score > 80" },
  { id: "some", label: "Some", when: "score > 20" },
];

describe("branch", () => {
  it.each([
    [90, "high"],
    [50, "some"],
    [10, "else"],
  ])("for %d takes the first condition that is true: %s", async (score, port) => {
    expect(await runNode("branch", { conditions }, { score })).toEqual({ port });
  });

  it("does not try conditions behind the one that is true", async () => {
    const broken = { id: "broken", label: "Broken", when: "score / 0 > 1" };
    expect(await runNode("branch", { conditions: [...conditions, broken] }, { score: 90 })).toEqual({
      port: "high",
    });
  });

  it("fails where a condition gives neither true nor false", async () => {
    const text = [{ id: "a", label: "A", when: "score" }];
    await expect(runNode("branch", { conditions: text }, { score: "x" })).rejects.toMatchObject({
      code: "expression_failed",
    });
  });

  it("has a port for each condition, in their order, and one for everything else", () => {
    expect(branchDefinition.ports({ conditions }).map((port) => port.name)).toEqual(["high", "some", "else"]);
  });

  it.each([
    ["the id of a built-in port", [{ id: "else", label: "E", when: "true" }]],
    ["the same id twice", [conditions[0], conditions[0]]],
    ["no condition", []],
    ["a condition without text", [{ id: "a", label: "A", when: "" }]],
  ])("refuses %s", (_, list) => {
    expect(branchConfig.safeParse({ conditions: list }).success).toBe(false);
  });
});
