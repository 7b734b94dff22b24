import { describe, expect, it, vi } from "vitest";
import type { CodeSandbox } from "@/workflows/runtime/ports";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeServices } from "@/workflows/testing/fake-services";
import { codeToolDefinition } from "./definition";
import { makeCodeTool } from "./execute.server";

const config = codeToolDefinition.config.parse({
  name: "repeat",
  purpose: "Repeats a text.",
  parameters: {
    type: "object",
    properties: { text: { type: "string" }, times: { type: "integer" } },
    required: ["text"],
  },
  code: "return args.text.repeat(args.times ?? 2);",
  timeoutMs: 50,
  memoryMb: 8,
});

describe("code as a tool", () => {
  it("runs the author's code on the model's arguments", async () => {
    const tool = makeCodeTool(config, fakeServices(), fakeContext());
    expect(await tool.invoke({ text: "ab", times: 3 })).toBe("ababab");
    expect(await tool.invoke({ text: "ab" })).toBe("abab");
  });

  it("hands over limits and signal, and passes on what the code logs", async () => {
    const run = vi.fn<CodeSandbox["run"]>(async () => ({
      value: { a: 1 },
      logs: [{ level: "warn" as const, message: "odd" }],
    }));
    const context = fakeContext();
    const tool = makeCodeTool(config, fakeServices({ code: { run } }), context);
    expect(await tool.invoke({ text: "x" })).toBe('{"a":1}');
    expect(run.mock.calls[0]?.[0]).toMatchObject({
      input: { text: "x" },
      timeoutMs: 50,
      memoryMb: 8,
      signal: context.signal,
    });
    expect(context.logs).toEqual(["warn: odd"]);
  });

  it.each([true, false])("has the network where its setting says so: %s", async (network) => {
    const run = vi.fn<CodeSandbox["run"]>(async () => ({ value: 1, logs: [] }));
    await makeCodeTool({ ...config, network }, fakeServices({ code: { run } }), fakeContext()).invoke({
      text: "x",
    });
    expect(run.mock.calls[0]?.[0].http !== undefined).toBe(network);
  });

  it.each([[{}], [{ text: 4 }]])("refuses arguments that the author's schema refuses: %j", async (args) => {
    await expect(makeCodeTool(config, fakeServices(), fakeContext()).invoke(args)).rejects.toThrow(/schema/);
  });
});
