import { ChatOpenAI } from "@langchain/openai";
import { effortKwargs, openAiFields } from "../openai-wire";
import type { CreateInput } from "../provider";

const publicAddress = "https://api.openai.com/v1";

/** Those that LangChain knows to reason: it tells them in the words of the API that it calls. */
const reasons = /^(o\d|gpt-[56](?!-chat))/;

export function createOpenAi(input: CreateInput): ChatOpenAI {
  const { reasoning } = input.settings;
  const effort = reasons.test(input.model)
    ? { ...(reasoning && { reasoning: { effort: reasoning } }) }
    : effortKwargs(input.settings);
  return new ChatOpenAI({ ...openAiFields(input, publicAddress), ...effort });
}
