import { HumanMessage } from "@langchain/core/messages";
import { describe, expect, it, vi } from "vitest";
import type { CodeSandbox } from "@/workflows/runtime/ports";
import { fakeContext } from "@/workflows/testing/fake-context";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { codeDefinition } from "./definition";
import { codeReads } from "./reads";

nodeContract("code");

describe("code", () => {
  it("hands state, limits and signal to the sandbox, messages as plain data", async () => {
    const run = vi.fn<CodeSandbox["run"]>(async () => ({ value: 1, logs: [] }));
    const context = fakeContext();
    const config = { code: "return 1", writes: "value", output: "n", timeoutMs: 50, memoryMb: 8 };
    const messages = [new HumanMessage({ content: "Hi", id: "1" })];
    expect(
      await runNode("code", config, { messages, nothing: undefined }, { code: { run } }, context),
    ).toEqual({
      update: { n: 1 },
    });
    expect(run).toHaveBeenCalledWith({
      code: "return 1",
      input: { messages: [{ id: "1", role: "user", content: "Hi" }], nothing: null },
      timeoutMs: 50,
      memoryMb: 8,
      signal: context.signal,
    });
  });

  it.each([
    [{ network: true }, true, false],
    [{}, false, true],
  ])("has the network where its setting says so: %j", async (setting, hasHttp, isIdempotent) => {
    const run = vi.fn<CodeSandbox["run"]>(async () => ({ value: 1, logs: [] }));
    const config = { code: "return 1", writes: "value", output: "n", ...setting };
    await runNode("code", config, {}, { code: { run } });
    expect(run.mock.calls[0]?.[0].http !== undefined).toBe(hasHttp);
    expect(codeDefinition.idempotent(codeDefinition.config.parse(config))).toBe(isIdempotent);
  });

  it("writes each key of a returned object to its channel", async () => {
    const config = { code: "return {a: 1, b: state.x}", writes: "keys", outputs: ["a", "b", "c"] };
    expect(await runNode("code", config, { x: "y" })).toEqual({ update: { a: 1, b: "y" } });
  });

  it.each([
    ["no object", "return 4", /did not return an object/],
    ["a key it may not write", "return {z: 1}", /“z”/],
  ])("refuses %s where keys are channels", async (_, code, message) => {
    await expect(runNode("code", { code, writes: "keys", outputs: ["a"] }, {})).rejects.toMatchObject({
      code: "code_failed",
      message: expect.stringMatching(message),
    });
  });

  it("passes what the code logs to the trace", async () => {
    const context = fakeContext();
    const logs = [
      { level: "log" as const, message: "hello" },
      { level: "warn" as const, message: "careful" },
    ];
    const run = async () => ({ value: null, logs });
    await runNode("code", { code: "-", output: "n" }, {}, { code: { run } }, context);
    expect(context.logs).toEqual(["info: hello", "warn: careful"]);
  });

  it.each([
    [{ code: "1", writes: "value" }, ["output: The value goes nowhere: choose the channel to write it to."]],
    [{ code: "1", writes: "keys" }, ["outputs: Name the channels that this code may write."]],
    [{ code: "1", output: "a" }, []],
  ])("checks that the value goes somewhere: %j", (config, issues) => {
    expect(issuesOf("code", config)).toEqual(issues);
  });

  it.each([
    ["return state.a + state . b", ["a", "b"]],
    ["state?.list[0]; state['other']; state.list", ["list", "other"]],
    ["mystate.a; statement.b; state.Upper; state[key]", []],
  ])("finds the channels that %j mentions", (code, channels) => {
    expect(codeReads(code).map((read) => read.channel)).toEqual(channels);
  });
});
