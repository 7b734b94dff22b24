import { describe, expect, it, vi } from "vitest";
import type { InterruptAnswer, InterruptPayload } from "@/workflows/events/interrupt";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeServices } from "@/workflows/testing/fake-services";
import { clientToolDefinition } from "./definition";
import { makeClientTool } from "./execute.server";

const { config, args } = clientToolDefinition.sample;

async function asked(answer: InterruptAnswer) {
  const interrupt = vi.fn<(request: InterruptPayload) => InterruptAnswer>(() => answer);
  const made = makeClientTool(config, fakeServices(), { ...fakeContext(), interrupt });
  const result = Promise.resolve(made.invoke(args)).then(String);
  return { result, interrupt };
}

describe("a tool of the caller", () => {
  it("pauses with what it was called with, what must come back, and until when", async () => {
    const { interrupt, result } = await asked({ answer: "result", result: { opened: true } });
    expect(await result).toBe('{"opened":true}');
    expect(interrupt).toHaveBeenCalledExactlyOnceWith({
      kind: "client",
      message: "The agent calls **open_page**, which whoever runs it has to do.",
      tool: { name: "open_page", purpose: config.purpose, args, schema: config.parameters },
      resultSchema: config.result,
      answers: [
        { id: "result", label: "Send the result", tone: "primary" },
        { id: "error", label: "It failed", tone: "danger" },
      ],
      allowText: true,
      wakeAfterMs: 60_000,
    });
  });

  it.each([
    ["the reason of the caller", { answer: "error", text: "There is no such page" }, "There is no such page"],
    ["that there is none", { answer: "error" }, "The caller could not do it, and did not say why."],
    ["that nothing came", { answer: "expired" }, "The caller sent no result of open_page within 60 seconds."],
  ])("tells the model %s", async (_, answer, message) => {
    const { result } = await asked(answer);
    await expect(result).rejects.toMatchObject({ code: "tool_failed", message });
  });
});
