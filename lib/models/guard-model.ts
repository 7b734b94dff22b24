import { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { BaseMessage } from "@langchain/core/messages";
import { type CallGuard, ModelCall } from "./model-call";
import { cutOff } from "./model-error";
import { chunkSigns, eventSigns, type StreamSigns, tokensOf } from "./stream-signs";

/** Signals of calls under guard: one that an SDK makes of another of its methods is part of the same call. */
const guarded = new WeakSet<AbortSignal>();

/**
 * Puts time limits and a circuit breaker on a chat model's calls and turns what its SDK throws into AppErrors, so that
 * spans, retries and people see the same clear problem. Works on the instance, because LangChain's own
 * `bindTools`, `withStructuredOutput` and streaming must go on working on it.
 */
export function guardModel<Model extends BaseChatModel>(model: Model, guard: CallGuard): Model {
  const generate = model._generate.bind(model);
  const stream = model._streamResponseChunks.bind(model);
  const events = model._streamChatModelEvents.bind(model);
  const withConfig = model.withConfig.bind(model);

  model._generate = async (messages, options, manager) => {
    if (isGuarded(options.signal)) return generate(messages, options, manager);
    const call = await startCall(guard, messages, options.signal, false);
    try {
      const answer = await generate(messages, { ...options, signal: call.signal }, manager);
      const message = answer.generations[0]?.message;
      if (message) call.took(tokensOf(message));
      call.answered();
      return answer;
    } catch (error) {
      throw call.failed(error);
    }
  };
  model._streamResponseChunks = (messages, options, manager) =>
    guardStream(
      guard,
      messages,
      options.signal,
      (signal) => stream(messages, { ...options, signal }, manager),
      chunkSigns,
    );
  model._streamChatModelEvents = (messages, options, manager) =>
    guardStream(
      guard,
      messages,
      options.signal,
      (signal) => events(messages, { ...options, signal }, manager),
      eventSigns,
    );
  model.withConfig = (config) => {
    // ChatOpenAI makes a new model here instead of a binding around this one.
    const configured = withConfig(config);
    return configured instanceof BaseChatModel ? guardModel(configured, guard) : configured;
  };
  return model;
}

async function* guardStream<Chunk>(
  guard: CallGuard,
  messages: BaseMessage[],
  given: AbortSignal | undefined,
  run: (signal: AbortSignal | undefined) => AsyncGenerator<Chunk>,
  { isToken, isEnd, tokens }: StreamSigns<NoInfer<Chunk>>,
): AsyncGenerator<Chunk> {
  if (isGuarded(given)) {
    yield* run(given);
    return;
  }
  const call = await startCall(guard, messages, given, true);
  let isWhole = false;
  try {
    for await (const chunk of run(call.signal)) {
      if (isToken(chunk)) call.began();
      isWhole ||= isEnd(chunk);
      call.took(tokens(chunk));
      yield chunk;
    }
    // An SDK may end its stream quietly when it is aborted.
    call.signal.throwIfAborted();
    if (!isWhole) throw cutOff(guard.context);
    call.answered();
  } catch (error) {
    throw call.failed(error);
  } finally {
    call.left();
  }
}

async function startCall(
  guard: CallGuard,
  messages: BaseMessage[],
  given: AbortSignal | undefined,
  streams: boolean,
): Promise<ModelCall> {
  // Its clocks start when it has its turn.
  const turn = guard.queue && (await guard.queue(messages, given));
  const call = new ModelCall(guard, given, streams, turn);
  guarded.add(call.signal);
  return call;
}

export function isGuarded(signal: AbortSignal | undefined): boolean {
  return signal !== undefined && guarded.has(signal);
}
