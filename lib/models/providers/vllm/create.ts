import { createOpenAiWire, type OpenAiWireModel } from "../openai-wire";
import type { CreateInput } from "../provider";

/** vLLM constrains any model's answer to a JSON schema: https://docs.vllm.ai/en/latest/features/structured_outputs.html */
export function createVllm(input: CreateInput): OpenAiWireModel {
  return createOpenAiWire(input, {
    publicAddress: "http://localhost:8000/v1",
    structured: "jsonSchema",
  });
}
