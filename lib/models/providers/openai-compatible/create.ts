import type { ChatOpenAI } from "@langchain/openai";
import { createOpenAi } from "../openai/create";
import type { CreateInput } from "../provider";

export function createOpenAiCompatible(input: CreateInput): ChatOpenAI {
  return createOpenAi(input);
}
