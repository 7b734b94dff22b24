import { describe, expect, it } from "vitest";
import type { Issue } from "@/workflows/graph/issue";
import { issuesOfEdge, issuesOfNode, settleIssues, worstOf } from "./issues";

const issue = (nodeId: string, message: string, more: Partial<Issue> = {}): Issue => ({
  code: "config_invalid",
  severity: "error",
  path: { nodeId },
  message,
  ...more,
});

describe("issues by their place", () => {
  const before = [issue("a", "one"), issue("b", "two"), issue("c", "edge", { path: { edgeId: "e" } })];

  it("are those of the node or the edge", () => {
    expect(issuesOfNode(before, "a")).toEqual([before[0]]);
    expect(issuesOfEdge(before, "e")).toEqual([before[2]]);
    expect(issuesOfNode(before, "c")).toEqual([]);
    expect(issuesOfNode(before, "c")).toBe(issuesOfNode([], "x"));
  });

  it("stay the same objects and arrays where nothing changed", () => {
    const a = issuesOfNode(before, "a");
    const e = issuesOfEdge(before, "e");
    expect(settleIssues(before, structuredClone(before))).toBe(before);
    const now = settleIssues(before, [...structuredClone(before), issue("b", "three")]);
    expect(issuesOfNode(now, "a")).toBe(a);
    expect(issuesOfEdge(now, "e")).toBe(e);
    expect(issuesOfNode(now, "b").map(({ message }) => message)).toEqual(["two", "three"]);
    expect(issuesOfNode(settleIssues(now, []), "a")).toEqual([]);
  });

  it("are as grave as the gravest", () => {
    expect(worstOf([])).toBeNull();
    expect(worstOf([issue("a", "w", { severity: "warning" })])).toBe("warning");
    expect(worstOf([issue("a", "w", { severity: "warning" }), issue("a", "e")])).toBe("error");
  });
});
