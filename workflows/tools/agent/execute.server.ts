import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { AppError } from "@/workflows/errors/app-error";
import { textOf } from "@/workflows/expressions/text";
import type { ToolMake, ToolRuntime } from "../execute";
import { agentToolDefinition } from "./definition";

/** Deep enough for any design a person can follow; a cycle of agents ends here. */
const maxDepth = 5;

const args = z.object({
  message: z.string().describe("The question or task, with everything needed to understand it"),
});

export const makeAgentTool: ToolMake<{ slug: string; purpose: string }> = (config, services, context) =>
  tool(
    async ({ message }, runtime: ToolRuntime) => {
      if (context.depth >= maxDepth) {
        throw new AppError(
          "tool_failed",
          `Agents already call each other ${maxDepth} deep; “${config.slug}” is not asked.`,
          {
            hint: "Two agents may be calling each other in a circle.",
          },
        );
      }
      const { output } = await services.agents.call({
        slug: config.slug,
        message,
        callKey: context.callKey(runtime.toolCall?.id ?? message),
        signal: context.signal,
        depth: context.depth + 1,
      });
      return textOf(output);
    },
    {
      name: agentToolDefinition.name(config),
      description: agentToolDefinition.description(config),
      schema: args,
    },
  );
