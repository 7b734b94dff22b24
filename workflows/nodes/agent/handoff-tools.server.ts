import type { BaseMessage } from "@langchain/core/messages";
import { isAIMessage, isToolMessage } from "@langchain/core/messages";
import { type StructuredToolInterface, tool } from "@langchain/core/tools";
import { z } from "zod";
import type { Receiver } from "./receiver";

const args = z.object({
  task: z.string().describe("What should be done next, with everything needed to do it"),
});

/** One tool for each who may take over; the agent ends with it. */
export function handoffTools(receivers: readonly Receiver[]): StructuredToolInterface[] {
  return receivers.map(({ label, purpose, tool: name }) =>
    tool(async () => `Handed over to ${label}.`, {
      name,
      description: `Hands over to ${label}. ${purpose}`,
      schema: args,
      returnDirect: true,
    }),
  );
}

/** To whom these messages handed over and with what task; of several the first. */
export function handedOver(
  added: readonly BaseMessage[],
  receivers: readonly Receiver[],
): { port: string; task: string } | undefined {
  const done = new Set(
    added.filter(isToolMessage).flatMap((each) => (each.status === "error" ? [] : [each.tool_call_id])),
  );
  const calls = added.filter(isAIMessage).at(-1)?.tool_calls ?? [];
  for (const { id, name, args: given } of calls) {
    const receiver = receivers.find((each) => each.tool === name);
    if (receiver && done.has(id ?? "")) return { port: receiver.port, task: String(given.task ?? "") };
  }
  return undefined;
}
