import { describe, expect, it, vi } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import type { OpenTool } from "@/workflows/runtime/ports";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeServices } from "@/workflows/testing/fake-services";
import { importedToolDefinition } from "./definition";
import { makeImportedTool } from "./execute.server";

const config = { tool: { id: "tool_1", name: "cancel_order", repeatable: false }, purpose: "" };

const open = (more: Partial<OpenTool> = {}) => ({
  name: "cancel_order",
  description: "Cancels an order.",
  parameters: {
    type: "object",
    properties: { id: { type: "string" } },
    required: ["id"],
    additionalProperties: false,
  },
  repeatable: false,
  asks: false,
  call: vi.fn<OpenTool["call"]>(async ({ args }) => `Cancelled ${JSON.stringify(args)}`),
  ...more,
});

function made(tool: OpenTool, more: object = {}, context = fakeContext()) {
  const services = fakeServices({ tools: { open: async () => tool } });
  return makeImportedTool({ ...config, ...more }, services, context);
}

const called = (args: object) => ({
  type: "tool_call" as const,
  id: "c1",
  name: "cancel_order",
  args: { ...args },
});

describe("an imported tool", () => {
  it("is what its source was approved as, called with a key that stays the same", async () => {
    const source = open();
    const context = fakeContext();
    const { tool, asks } = await made(source, {}, context);
    expect([tool.name, tool.description, asks]).toEqual(["cancel_order", "Cancels an order.", false]);
    expect((await tool.invoke(called({ id: "7" }))).content).toBe('Cancelled {"id":"7"}');
    expect(source.call).toHaveBeenCalledWith({
      args: { id: "7" },
      callKey: "run_1:node:1:c1",
      signal: context.signal,
    });
  });

  it("is described in the author's own words where there are some", async () => {
    const { tool } = await made(open(), { purpose: "Only for orders of today." });
    expect(tool.description).toBe("Only for orders of today.");
  });

  it.each([[{}], [{ id: 7 }], [{ id: "7", all: true }]])(
    "is not called with what does not fit: %j",
    async (args) => {
      const source = open();
      const { tool } = await made(source);
      await expect(tool.invoke(called(args))).rejects.toThrow(/schema/);
      expect(source.call).not.toHaveBeenCalled();
    },
  );

  it("hands on that a person is to be asked", async () => {
    expect((await made(open({ asks: true }))).asks).toBe(true);
  });

  it("does not exist where the workspace refuses it", async () => {
    const refusal = new AppError("tool_not_configured", "It has changed.");
    const services = fakeServices({ tools: { open: () => Promise.reject(refusal) } });
    await expect(makeImportedTool(config, services, fakeContext())).rejects.toBe(refusal);
  });

  it("is refused where calls may no longer be made again, though the graph says so", async () => {
    const picked = { tool: { ...config.tool, repeatable: true } };
    await expect(made(open(), picked)).rejects.toMatchObject({ code: "tool_not_configured" });
    expect((await made(open({ repeatable: true }), picked)).tool.name).toBe("cancel_order");
  });

  it.each([[true], [false]])("says of itself whether calls may be made again: %s", (repeatable) => {
    expect(importedToolDefinition.repeatable?.({ ...config, tool: { ...config.tool, repeatable } })).toBe(
      repeatable,
    );
  });
});
