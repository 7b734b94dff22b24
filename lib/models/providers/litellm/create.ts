import { createOpenAiWire, type OpenAiWireModel } from "../openai-wire";
import type { CreateInput } from "../provider";

/**
 * LiteLLM drops a JSON schema for providers that take none, so that the answer is free text; a tool to be called it
 * translates for all: https://docs.litellm.ai/docs/completion/json_mode
 */
export function createLiteLlm(input: CreateInput): OpenAiWireModel {
  return createOpenAiWire(input, {
    publicAddress: "http://localhost:4000/v1",
    structured: "functionCalling",
  });
}
