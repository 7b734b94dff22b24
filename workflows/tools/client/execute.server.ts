import { tool } from "@langchain/core/tools";
import { AppError } from "@/workflows/errors/app-error";
import { clientAnswers, expiredAnswer, type InterruptPayload } from "@/workflows/events/interrupt";
import { textOf } from "@/workflows/expressions/text";
import { type JsonObject, jsonObjectSchema } from "@/workflows/graph/json";
import type { ToolMake } from "../execute";
import { type ClientToolConfig, clientToolDefinition } from "./definition";

/** The run waits for the caller; what they send was checked when they sent it. */
export const makeClientTool: ToolMake<ClientToolConfig> = (config, _services, context) =>
  tool(
    async (given: unknown) => {
      const { answer, result, text = "" } = context.interrupt(callOf(config, jsonObjectSchema.parse(given)));
      if (answer === clientAnswers.result) return textOf(result ?? null);
      throw new AppError("tool_failed", answer === expiredAnswer ? nothingCame(config) : failed(text));
    },
    {
      name: clientToolDefinition.name(config),
      description: clientToolDefinition.description(config),
      schema: config.parameters,
    },
  );

function callOf(
  { name, purpose, parameters, result, waitSeconds }: ClientToolConfig,
  args: JsonObject,
): InterruptPayload {
  return {
    kind: "client",
    message: `The agent calls **${name}**, which whoever runs it has to do.`,
    tool: { name, purpose, args, schema: parameters },
    ...(result && { resultSchema: result }),
    answers: [
      { id: clientAnswers.result, label: "Send the result", tone: "primary" },
      { id: clientAnswers.error, label: "It failed", tone: "danger" },
    ],
    allowText: true,
    wakeAfterMs: waitSeconds * 1_000,
  };
}

const failed = (text: string) => text.trim() || "The caller could not do it, and did not say why.";

const nothingCame = ({ name, waitSeconds }: ClientToolConfig) =>
  `The caller sent no result of ${name} within ${waitSeconds} seconds.`;
