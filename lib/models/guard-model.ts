import { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { isAppError } from "@/workflows/errors/app-error";
import { type ModelErrorContext, modelTimeout, toModelError } from "./model-error";

/**
 * Puts a total time limit on a chat model's calls and turns what its SDK throws into AppErrors, so that spans,
 * retries and people see the same clear problem. Works on the instance, because LangChain's own
 * `bindTools`, `withStructuredOutput` and streaming must go on working on it.
 */
export function guardModel<Model extends BaseChatModel>(
  model: Model,
  context: ModelErrorContext,
  timeoutMs: number | undefined,
): Model {
  const generate = model._generate.bind(model);
  const stream = model._streamResponseChunks.bind(model);
  const events = model._streamChatModelEvents.bind(model);
  const withConfig = model.withConfig.bind(model);
  const start = (given: AbortSignal | undefined) => startCall(given, context, timeoutMs);

  model._generate = async (messages, options, manager) => {
    const call = start(options.signal);
    try {
      return await generate(messages, { ...options, signal: call.signal }, manager);
    } catch (error) {
      throw call.explain(error);
    }
  };
  model._streamResponseChunks = (messages, options, manager) =>
    guardStream(start(options.signal), (signal) => stream(messages, { ...options, signal }, manager));
  model._streamChatModelEvents = (messages, options, manager) =>
    guardStream(start(options.signal), (signal) => events(messages, { ...options, signal }, manager));
  model.withConfig = (config) => {
    // ChatOpenAI makes a new model here instead of a binding around this one.
    const configured = withConfig(config);
    return configured instanceof BaseChatModel ? guardModel(configured, context, timeoutMs) : configured;
  };
  return model;
}

interface GuardedCall {
  signal: AbortSignal | undefined;
  explain(error: unknown): unknown;
}

async function* guardStream<Chunk>(
  call: GuardedCall,
  run: (signal: AbortSignal | undefined) => AsyncGenerator<Chunk>,
): AsyncGenerator<Chunk> {
  try {
    yield* run(call.signal);
    // An SDK may end its stream quietly when it is aborted.
    call.signal?.throwIfAborted();
  } catch (error) {
    throw call.explain(error);
  }
}

function startCall(
  given: AbortSignal | undefined,
  context: ModelErrorContext,
  timeoutMs: number | undefined,
): GuardedCall {
  const timeout = timeoutMs === undefined ? undefined : AbortSignal.timeout(timeoutMs);
  const signals = [given, timeout].filter((signal) => signal !== undefined);
  return {
    signal: signals.length > 0 ? AbortSignal.any(signals) : undefined,
    explain(error) {
      // A stop from outside stays what it is.
      if (given?.aborted || isAppError(error)) return error;
      if (timeout?.aborted && timeoutMs !== undefined) return modelTimeout(context, timeoutMs);
      return toModelError(error, context);
    },
  };
}
