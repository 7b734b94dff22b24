import type { CallbackManagerForLLMRun } from "@langchain/core/callbacks/manager";
import { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { BaseMessage } from "@langchain/core/messages";
import type { ChatGenerationChunk, ChatResult } from "@langchain/core/outputs";
import type { RunnableConfig } from "@langchain/core/runnables";
import { isGuarded } from "../guard-model";
import type { AnswerCache, Asked, Turn } from "./answer-cache";
import { isForced } from "./forced";
import { questionOf } from "./question";
import { toChunks, toMessage, toStored } from "./stored-answer";

/** Whose calls these are, and how their answers are kept. */
export type Keeping = Pick<Asked, "workspaceId" | "agentId" | "provider" | "model" | "settings" | "fresh"> & {
  cache: AnswerCache;
  /** Names model, connection and settings, and whose answers may serve. */
  identity: object;
  embed: (text: string, config: RunnableConfig) => Promise<number[]>;
};

/**
 * Lets a chat model's calls be answered by earlier ones. Stands around the guard, so that a kept answer meets neither
 * time limits nor the breaker; works on the instance for the same reasons as the guard.
 */
export function keepAnswers<Model extends BaseChatModel>(model: Model, keeping: Keeping): Model {
  const generate = model._generate.bind(model);
  const stream = model._streamResponseChunks.bind(model);
  const withConfig = model.withConfig.bind(model);

  const enter = (
    messages: BaseMessage[],
    options: object & { signal?: AbortSignal | undefined },
    manager: CallbackManagerForLLMRun | undefined,
  ): Promise<Turn> | undefined => {
    // A call that an SDK makes of another of its methods is part of one that came by here.
    if (isGuarded(options.signal)) return undefined;
    const question = questionOf(keeping.identity, model, messages, options);
    if (!question) return undefined;
    const embed = (text: string) => keeping.embed(text, configOf(manager));
    return keeping.cache.enter({ ...keeping, question, embed }, options.signal);
  };

  model._generate = async (messages, options, manager): Promise<ChatResult> => {
    const turn = await enter(messages, options, manager);
    if (!turn) return generate(messages, options, manager);
    if (turn.kept) {
      const message = toMessage(turn.kept);
      return { generations: [{ text: message.text, message }] };
    }
    let answer: ReturnType<typeof toStored>;
    try {
      const result = await generate(messages, options, manager);
      const message = result.generations[0]?.message;
      answer = message && toStored(message, isForced(model, options));
      return result;
    } finally {
      turn.end(answer);
    }
  };

  model._streamResponseChunks = async function* (messages, options, manager) {
    const turn = await enter(messages, options, manager);
    if (!turn) yield* stream(messages, options, manager);
    else if (turn.kept) {
      for (const chunk of toChunks(turn.kept)) {
        const { text } = chunk;
        yield chunk;
        await manager?.handleLLMNewToken(text, undefined, undefined, undefined, undefined, { chunk });
      }
    } else {
      const chunks: ChatGenerationChunk[] = [];
      let answer: ReturnType<typeof toStored>;
      try {
        for await (const chunk of stream(messages, options, manager)) {
          chunks.push(chunk);
          yield chunk;
        }
        answer = stored(chunks, isForced(model, options));
      } finally {
        // Also where nobody wants the rest.
        turn.end(answer);
      }
    }
  };

  // What LangChain makes of pieces, so that kept answers come this way, too.
  model._streamChatModelEvents = BaseChatModel.prototype._streamChatModelEvents.bind(model);

  model.withConfig = (config) => {
    // ChatOpenAI makes a new model here instead of a binding around this one.
    const configured = withConfig(config);
    return configured instanceof BaseChatModel ? keepAnswers(configured, keeping) : configured;
  };
  return model;
}

function stored(chunks: readonly ChatGenerationChunk[], forced: boolean) {
  const [first, ...rest] = chunks;
  if (!first) return undefined;
  const whole = rest.reduce((all, chunk) => all.concat(chunk), first);
  const { finish_reason: reason } = whole.generationInfo ?? {};
  // Some say it beside the message.
  if (typeof reason === "string" && !("finish_reason" in whole.message.response_metadata)) {
    whole.message.response_metadata = { ...whole.message.response_metadata, finish_reason: reason };
  }
  return toStored(whole.message, forced);
}

/** So that a call made on behalf of this one stands in the trace beside it. */
function configOf(manager: CallbackManagerForLLMRun | undefined): RunnableConfig {
  if (!manager) return {};
  return { callbacks: manager.handlers, metadata: { ...Object(Reflect.get(manager, "metadata")) } };
}
