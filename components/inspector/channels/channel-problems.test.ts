import { describe, expect, it } from "vitest";
import type { Issue } from "@/workflows/graph/issue";
import { channelProblems, problemText } from "./channel-problems";

const issue = (code: Issue["code"], path: Issue["path"], severity: Issue["severity"] = "error"): Issue => ({
  code,
  severity,
  path,
  message: `${code}.`,
});

describe("channelProblems", () => {
  it("puts each problem below the setting that solves it", () => {
    const problems = channelProblems([
      issue("channel_type_mismatch", { nodeId: "n", field: "output", channel: "a" }),
      issue("channel_type_mismatch", { channel: "a", field: "default" }),
      issue("channel_reducer_mismatch", { channel: "a", field: "reducer" }),
      issue("expression_invalid", { channel: "a" }, "warning"),
      issue("node_unreachable", { nodeId: "n" }),
    ]);
    expect([...problems.keys()]).toEqual(["a"]);
    expect(problems.get("a")?.severity).toBe("error");
    expect(Object.keys(problems.get("a")?.fields ?? {}).sort()).toEqual([
      "default",
      "name",
      "reducer",
      "type",
    ]);
  });

  it("says the gravest first and counts the others", () => {
    const problems = channelProblems([
      issue("read_before_write", { nodeId: "n", channel: "a" }, "warning"),
      issue("read_before_write", { nodeId: "m", channel: "a" }, "warning"),
      issue("channel_type_mismatch", { channel: "a", field: "default" }),
    ]);
    const problem = problems.get("a")?.fields.default;
    expect(problem).toMatchObject({ message: "channel_type_mismatch.", more: 2 });
    expect(problem && problemText(problem)).toBe("channel_type_mismatch. And 2 more like this.");
  });
});
