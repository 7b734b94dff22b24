import { AppError } from "@/workflows/errors/app-error";
import type { JsonObject } from "@/workflows/graph/json";
import type { ModelSettings } from "@/workflows/runtime/ports";
import { thinkingFields } from "../anthropic/thinking";

/**
 * What a model on Bedrock is told of reasoning: Converse has no word of its own for it, so each maker's is used.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html
 * @see https://docs.aws.amazon.com/nova/latest/nova2-userguide/extended-thinking.html
 * @throws AppError model_bad_request
 */
export function bedrockThinking(model: string, settings: ModelSettings): Told {
  const { reasoning, temperature, maxTokens, topP } = settings;
  const plain = { temperature, maxTokens, topP };
  if (!reasoning) return plain;
  const claude = /(?:^|[./])anthropic\.(claude-[a-z0-9-]+?)(?:-v\d+(?::\d+)?)?$/.exec(model)?.[1];
  if (claude) return claudeThinking(claude, settings);
  if (/(?:^|[./])amazon\.nova-2/.test(model)) {
    const reasoningConfig = { type: "enabled", maxReasoningEffort: reasoning };
    // With the highest effort Nova takes no limits of its own.
    return { ...(reasoning === "high" ? {} : plain), additionalModelRequestFields: { reasoningConfig } };
  }
  if (/(?:^|[./])openai\.gpt-oss/.test(model)) {
    return { ...plain, additionalModelRequestFields: { reasoning_effort: reasoning } };
  }
  throw new AppError("model_bad_request", `On Bedrock, ${model} cannot be told how much to reason.`, {
    field: "reasoning",
    hint: "Set Reasoning to Default, or choose a Claude, Nova 2 or gpt-oss model.",
  });
}

function claudeThinking(model: string, settings: ModelSettings): Told {
  const fields = thinkingFields(model, settings);
  if (!("thinking" in fields) || !fields.thinking) return fields;
  const { maxTokens, thinking } = fields;
  const budget = thinking.budget_tokens;
  const effort = "outputConfig" in fields ? fields.outputConfig?.effort : undefined;
  return {
    maxTokens,
    additionalModelRequestFields: {
      thinking: { type: thinking.type, ...(budget !== undefined && { budget_tokens: budget }) },
      ...(effort !== undefined && { output_config: { effort } }),
    },
  };
}

type Told = Pick<ModelSettings, "temperature" | "maxTokens" | "topP"> & {
  additionalModelRequestFields?: JsonObject;
};
