import type {
  BaseLanguageModelInput,
  StructuredOutputMethodOptions,
} from "@langchain/core/language_models/base";
import type { BaseMessage } from "@langchain/core/messages";
import type { Runnable } from "@langchain/core/runnables";
import type { SerializableSchema } from "@langchain/core/utils/standard_schema";
import type { InteropZodType } from "@langchain/core/utils/types";
import { ChatOpenAICompletions } from "@langchain/openai";
import type { ModelSettings } from "@/workflows/runtime/ports";
import type { CreateInput } from "./provider";

/** What differs between services that speak OpenAI's chat completions. */
export interface OpenAiWire {
  /** Where there is no base URL of one's own. */
  publicAddress: string;
  /** How an answer by JSON schema is asked for: a response format where models follow it, else a tool to be called. */
  structured: StructuredMethod | ((model: string) => StructuredMethod);
}

type StructuredMethod = "jsonSchema" | "functionCalling";

type Shape = Record<string, unknown>;
type Schema<Output> = InteropZodType<Output> | SerializableSchema<Output> | Shape;
interface WithRaw<Output> {
  raw: BaseMessage;
  parsed: Output;
}
type Fields = ConstructorParameters<typeof ChatOpenAICompletions>[0] & object;

/**
 * Chat completions whatever the model's name: ChatOpenAI chooses the Responses API for some, which other services
 * don't have.
 */
export class OpenAiWireModel extends ChatOpenAICompletions {
  private readonly structured: StructuredMethod;

  // LangChain makes configured copies by `new this.constructor(fields)`.
  constructor(fields: Fields & { structured: StructuredMethod }) {
    super(fields);
    this.structured = fields.structured;
  }

  override withStructuredOutput<Output extends Shape>(
    schema: Schema<Output>,
    config?: StructuredOutputMethodOptions<false>,
  ): Runnable<BaseLanguageModelInput, Output>;
  override withStructuredOutput<Output extends Shape>(
    schema: Schema<Output>,
    config?: StructuredOutputMethodOptions<true>,
  ): Runnable<BaseLanguageModelInput, WithRaw<Output>>;
  override withStructuredOutput<Output extends Shape>(
    schema: Schema<Output>,
    config?: StructuredOutputMethodOptions<boolean>,
  ): Runnable<BaseLanguageModelInput, Output> | Runnable<BaseLanguageModelInput, WithRaw<Output>> {
    return super.withStructuredOutput<Output>(schema, { method: this.structured, ...config });
  }
}

/** Reads nothing from the environment: address, key, organisation and project are given or none. */
export function openAiFields(
  { model, key, baseUrl, settings, fetch, metadata }: CreateInput,
  publicAddress: string,
) {
  return {
    model,
    apiKey: key ?? "none",
    temperature: settings.temperature,
    maxTokens: settings.maxTokens,
    topP: settings.topP,
    streamUsage: true,
    // Repeating a call is the policy of the node, which the trace shows.
    maxRetries: 0,
    metadata,
    configuration: {
      baseURL: baseUrl ?? publicAddress,
      organization: null,
      project: null,
      maxRetries: 0,
      fetch,
    },
  };
}

/** LangChain tells only models of OpenAI's own names how much to reason; others know the parameter, too. */
export function effortKwargs({ reasoning }: ModelSettings) {
  return reasoning ? { modelKwargs: { reasoning_effort: reasoning } } : {};
}

export function openAiWireFields(input: CreateInput, { publicAddress, structured }: OpenAiWire) {
  return {
    ...openAiFields(input, publicAddress),
    ...effortKwargs(input.settings),
    structured: typeof structured === "string" ? structured : structured(input.model),
  };
}

export function createOpenAiWire(input: CreateInput, wire: OpenAiWire): OpenAiWireModel {
  return new OpenAiWireModel(openAiWireFields(input, wire));
}
