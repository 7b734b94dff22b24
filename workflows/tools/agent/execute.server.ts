import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { AppError } from "@/workflows/errors/app-error";
import { textOf } from "@/workflows/expressions/text";
import type { ChildReport } from "@/workflows/runtime/ports";
import { spanOf, type ToolMake, type ToolRuntime } from "../execute";
import { agentToolDefinition } from "./definition";
import { deepestCall } from "./depth";
import { childPause } from "./pause";

const args = z.object({
  message: z.string().describe("The question or task, with everything needed to understand it"),
});

export const makeAgentTool: ToolMake<{ slug: string; purpose: string }> = (config, services, context) =>
  tool(
    async ({ message }, runtime: ToolRuntime) => {
      if (context.depth >= deepestCall) {
        throw new AppError(
          "tool_failed",
          `Agents already call each other ${deepestCall} deep; “${config.slug}” is not asked.`,
          {
            hint: "Two agents may be calling each other in a circle.",
          },
        );
      }
      const spanId = spanOf(runtime);
      const call = {
        slug: config.slug,
        given: { message },
        callKey: context.callKey(runtime.toolCall?.id ?? message),
        signal: context.signal,
        depth: context.depth + 1,
        report: (report: ChildReport) => context.report(report, spanId),
      };
      for (;;) {
        const answer = await services.agents.call(call);
        if ("output" in answer) return textOf(answer.output);
        context.interrupt(childPause(answer));
      }
    },
    {
      name: agentToolDefinition.name(config),
      description: agentToolDefinition.description(config),
      schema: args,
    },
  );
