import { AppError } from "@/workflows/errors/app-error";
import type { ReasoningEffort } from "@/workflows/runtime/ports";
import { openAiWireFields } from "../openai-wire";
import type { CreateInput } from "../provider";
import { mistralFetch } from "./mistral-fetch";
import { MistralModel } from "./mistral-model";

/**
 * By OpenAI's protocol, of which Mistral's is a dialect: @langchain/mistralai cannot be stopped, loses how long to
 * wait after a refusal and how much was cached, and sends a temperature of its own.
 * @see https://docs.mistral.ai/api/endpoint/chat
 */
export function createMistral(input: CreateInput): MistralModel {
  const { model, settings } = input;
  const fields = openAiWireFields(
    { ...input, settings: { ...settings, reasoning: undefined }, fetch: mistralFetch(input.fetch) },
    { publicAddress: "https://api.mistral.ai/v1", structured: "jsonSchema" },
  );
  // Mistral refuses fields that it does not know, and tells the usage of a stream without being asked.
  const effort = effortOf(model, settings.reasoning);
  return new MistralModel({
    ...fields,
    streamUsage: false,
    ...(effort && { modelKwargs: { reasoning_effort: effort } }),
  });
}

/**
 * Small and Medium think or don't; Large has degrees; Magistral always thinks and cannot be told.
 * @see https://docs.mistral.ai/capabilities/reasoning/adjustable
 * @throws AppError model_bad_request
 */
function effortOf(
  model: string,
  reasoning: ReasoningEffort | undefined,
): ReasoningEffort | "none" | undefined {
  if (!reasoning) return undefined;
  if (model.startsWith("magistral")) {
    throw new AppError("model_bad_request", `${model} always reasons, and cannot be told how much.`, {
      field: "reasoning",
      hint: "Set Reasoning to Default, or choose Mistral Small, Medium or Large.",
    });
  }
  if (model.startsWith("mistral-large")) return reasoning;
  return reasoning === "low" ? "none" : "high";
}
