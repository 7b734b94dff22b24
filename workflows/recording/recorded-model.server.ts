import { AsyncLocalStorage } from "node:async_hooks";
import { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { type BaseMessage, isAIMessage } from "@langchain/core/messages";
import type { ChatGenerationChunk, ChatResult } from "@langchain/core/outputs";
import type { ModelSettings } from "@/workflows/runtime/ports";
import { currentVisit } from "./current-visit.server";
import { answerOf, type RecordedAnswer, readChunk, readMessage, writeAnswer } from "./recorded-answer.server";
import { errorOf } from "./recorded-problem";
import type { Request, VisitRecorder } from "./visit-recorder.server";

/** Inside a call: what an SDK makes of another of its methods is part of the same call. */
const inCall = new AsyncLocalStorage<true>();
const recorded = new WeakSet<BaseChatModel>();

/** What a call's answer depends on beside its messages. */
export interface ModelIdentity {
  reference: string;
  settings: Pick<ModelSettings, "temperature" | "maxTokens" | "topP" | "reasoning">;
}

/**
 * Lets the recording of a run keep a chat model's answers, and a replay give them back. Stands around everything else
 * that watches over the model; works on the instance, because LangChain's own `bindTools` and streaming must go on
 * working on it.
 */
export function recordModel<Model extends BaseChatModel>(model: Model, identity: ModelIdentity): Model {
  if (recorded.has(model)) return model;
  recorded.add(model);
  const generate = model._generate.bind(model);
  const stream = model._streamResponseChunks.bind(model);
  const withConfig = model.withConfig.bind(model);
  const streams = model._streamResponseChunks !== BaseChatModel.prototype._streamResponseChunks;

  model._generate = async (messages, options, manager): Promise<ChatResult> => {
    const visit = inCall.getStore() ? undefined : currentVisit();
    if (!visit) return generate(messages, options, manager);
    const { call, played } = visit.begin(requestOf(identity, messages, options));
    if (played) {
      const answer = given(visit, call, played);
      const { text, generationInfo, llmOutput } = answer;
      const generation = { text, message: readMessage(answer), ...(generationInfo && { generationInfo }) };
      return { generations: [generation], ...(llmOutput && { llmOutput }) };
    }
    try {
      const result = await inCall.run(true, () => generate(messages, options, manager));
      const [generation] = result.generations;
      if (generation) {
        identify(generation.message, () => visit.idFor(messages.map(plainOf)));
        visit.keep(call, () => ({ ok: writeAnswer(generation, result.llmOutput) }));
      }
      return result;
    } catch (error) {
      visit.failed(call, error);
      throw error;
    }
  };

  if (streams) {
    model._streamResponseChunks = async function* (messages, options, manager) {
      const visit = inCall.getStore() ? undefined : currentVisit();
      if (!visit) {
        yield* stream(messages, options, manager);
        return;
      }
      const { call, played } = visit.begin(requestOf(identity, messages, options));
      if (played) {
        const chunk = readChunk(given(visit, call, played));
        yield chunk;
        await manager?.handleLLMNewToken(chunk.text, undefined, undefined, undefined, undefined, { chunk });
        return;
      }
      const chunks: ChatGenerationChunk[] = [];
      let id: string | undefined;
      try {
        for await (const chunk of inside(stream(messages, options, manager))) {
          identify(chunk.message, () => {
            id ??= visit.idFor(messages.map(plainOf));
            return id;
          });
          chunks.push(chunk);
          yield chunk;
        }
      } catch (error) {
        visit.failed(call, error);
        throw error;
      }
      const [first, ...rest] = chunks;
      if (!first) return;
      visit.keep(call, () => ({ ok: writeAnswer(rest.reduce((all, chunk) => all.concat(chunk), first)) }));
    };
    // What LangChain makes of pieces, so that these come by here, too.
    model._streamChatModelEvents = BaseChatModel.prototype._streamChatModelEvents.bind(model);
  }

  model.withConfig = (config) => {
    // ChatOpenAI makes a new model here instead of a binding around this one.
    const configured = withConfig(config);
    return configured instanceof BaseChatModel ? recordModel(configured, identity) : configured;
  };
  return model;
}

function given(
  visit: VisitRecorder,
  call: ReturnType<VisitRecorder["begin"]>["call"],
  result: NonNullable<ReturnType<VisitRecorder["begin"]>["played"]>,
): RecordedAnswer {
  visit.keep(call, () => result);
  if ("problem" in result) throw errorOf(result.problem);
  return answerOf(result.ok);
}

/** Each piece is made inside the call, whoever asks for it. */
async function* inside<Chunk>(chunks: AsyncGenerator<Chunk>): AsyncGenerator<Chunk> {
  try {
    for (;;) {
      const { done, value } = await inCall.run(true, () => chunks.next());
      if (done) return;
      yield value;
    }
  } finally {
    await inCall.run(true, () => chunks.return(undefined));
  }
}

/** LangChain would give it one that no replay can give it again. */
function identify(message: BaseMessage, id: () => string): void {
  if (message.id === undefined) message._updateId(`run-${id()}`);
}

function requestOf(identity: ModelIdentity, messages: BaseMessage[], options: object): Request {
  const { temperature, maxTokens, topP, reasoning } = identity.settings;
  return {
    kind: "model",
    target: identity.reference,
    request: {
      settings: { temperature, maxTokens, topP, reasoning },
      messages: messages.map(plainOf),
      options: optionsOf(options),
    },
    asked: () =>
      messages
        .map((message) => `${message.getType()}: ${message.text}`)
        .join("\n\n")
        .slice(-4_000),
  };
}

/** What the model is shown of a message: its id is none of it. */
function plainOf(message: BaseMessage) {
  return {
    type: message.getType(),
    content: message.content,
    name: message.name,
    calls: isAIMessage(message)
      ? message.tool_calls?.map(({ id, name, args }) => ({ id, name, args }))
      : undefined,
    answers: "tool_call_id" in message ? message.tool_call_id : undefined,
  };
}

function optionsOf(options: object): Record<string, unknown> {
  const { tools, tool_choice, response_format, stop }: Record<string, unknown> = { ...options };
  return { tools: Array.isArray(tools) ? tools.map(toolOf) : undefined, tool_choice, response_format, stop };
}

/** Providers write tools each in their own way; name, purpose and arguments tell one from another. */
function toolOf(tool: unknown): unknown {
  if (typeof tool !== "object" || tool === null) return tool;
  if ("lc_namespace" in tool && "name" in tool) {
    return { name: tool.name, description: "description" in tool ? tool.description : undefined };
  }
  return tool;
}
