import { createOpenAiWire, type OpenAiWireModel } from "../openai-wire";
import type { CreateInput } from "../provider";

/** Llama Stack passes a JSON schema on to the engine behind it: https://llamastack.github.io/docs */
export function createLlamaStack(input: CreateInput): OpenAiWireModel {
  return createOpenAiWire(input, {
    publicAddress: "http://localhost:8321/v1",
    structured: "jsonSchema",
  });
}
