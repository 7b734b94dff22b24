import { describe, expect, it } from "vitest";
import { approval } from "@/workflows/templates/approval";
import { firstNode, neighbour, reached } from "./walk";

const { document } = approval;

describe("neighbour", () => {
  it.each([
    ["start", "right", "write"],
    ["review", "right", "accept"],
    ["review", "left", "write"],
    ["accept", "down", "revise"],
    ["revise", "up", "accept"],
    ["revise", "right", "review"],
    ["end", "right", undefined],
    ["start", "left", undefined],
    ["revise", "down", undefined],
  ] as const)("of %s to the %s is %s", (from, direction, expected) => {
    expect(neighbour(document, from, direction)).toBe(expected);
  });
});

describe("reached", () => {
  it("follows the edges through loops, with what it began from", () => {
    expect([...reached(document, ["review"], "downstream")].sort()).toEqual([
      "accept",
      "end",
      "review",
      "revise",
    ]);
  });
  it("goes against the edges", () => {
    expect([...reached(document, ["write"], "upstream")].sort()).toEqual(["start", "write"]);
  });
});

it("begins a walk at Start", () => {
  expect(firstNode(document)).toBe("start");
  expect(firstNode({ ...document, nodes: {} })).toBeUndefined();
});
