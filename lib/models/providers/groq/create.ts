import { createOpenAiWire, type OpenAiWireModel } from "../openai-wire";
import type { CreateInput } from "../provider";

/** Other models of Groq answer 400 to a JSON schema: https://console.groq.com/docs/structured-outputs */
const followSchema = /^(openai\/gpt-oss-|moonshotai\/kimi-k2|meta-llama\/llama-4-)/;

/**
 * By OpenAI's protocol, which Groq serves: @langchain/groq leaves out how much of the input was cached, and so what
 * a call costs.
 */
export function createGroq(input: CreateInput): OpenAiWireModel {
  return createOpenAiWire(input, {
    publicAddress: "https://api.groq.com/openai/v1",
    structured: (model) => (followSchema.test(model) ? "jsonSchema" : "functionCalling"),
  });
}
