import { createOpenAiWire, type OpenAiWireModel } from "../openai-wire";
import type { CreateInput } from "../provider";

/** Together constrains answers to a JSON schema for its chat models: https://docs.together.ai/docs/json-mode */
export function createTogether(input: CreateInput): OpenAiWireModel {
  return createOpenAiWire(input, {
    publicAddress: "https://api.together.ai/v1",
    structured: "jsonSchema",
  });
}
