import type { Span } from "@/workflows/events/run-view";
import type { Json, JsonObject } from "@/workflows/graph/json";
import { messagesOf, told } from "./content";
import type { Telling } from "./run-facts";
import { type Attributes, known } from "./telemetry-span";

/** Our name of a provider → the well-known value of `gen_ai.provider.name`; others are told by our name. */
const providers: Readonly<Record<string, string>> = {
  azure: "azure.ai.openai",
  bedrock: "aws.bedrock",
  google: "gcp.gemini",
  vertex: "gcp.vertex_ai",
  mistral: "mistral_ai",
};

/** What a call of a model does; kept in its settings where it is not a chat. */
export const operationOf = ({ request }: Span): string => text(request?.settings.operation) ?? "chat";

/**
 * Of a model call, by the GenAI conventions
 * (https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-spans/). Tokens read from and put into the provider's
 * cache are parts of the input, those of reasoning of the output. They have no attribute for money: `gen_ai.usage.cost`,
 * in US dollars, is what Langfuse reads as the cost of a generation.
 */
export function chatAttributes(span: Span, { content }: Telling): Attributes {
  const settings = span.request?.settings ?? {};
  const { usage, costMicros, response, finishReason, kept } = span;
  return {
    ...known({
      "gen_ai.operation.name": operationOf(span),
      "gen_ai.provider.name": span.provider && (providers[span.provider] ?? span.provider),
      "gen_ai.request.model": span.name,
      ...settingsOf(settings),
      "gen_ai.response.model": text(response?.model_name) ?? text(response?.model),
      "gen_ai.response.id": text(response?.id),
      "gen_ai.response.finish_reasons": finishReason === undefined ? undefined : [finishReason],
      "gen_ai.response.time_to_first_chunk": seconds(span.firstTokenMs),
      "gen_ai.usage.input_tokens": usage?.input,
      "gen_ai.usage.output_tokens": usage?.output,
      "gen_ai.usage.cache_read.input_tokens": usage?.cached || undefined,
      "gen_ai.usage.cache_creation.input_tokens": usage?.cacheWrites || undefined,
      "gen_ai.usage.reasoning.output_tokens": usage?.reasoning || undefined,
      "gen_ai.usage.cost": dollars(costMicros),
      "signalbox.answer.kept": kept?.match,
    }),
    ...(content && {
      ...messagesOf(span.messages, span.message, finishReason),
      ...known({ "gen_ai.tool.definitions": told(span.request?.tools) }),
    }),
  };
}

/** Micro-dollars as dollars; nothing where the price is not known. */
export const dollars = (micros: number | null | undefined): number | undefined =>
  typeof micros === "number" ? micros / 1_000_000 : undefined;

const seconds = (ms: number | undefined) => (ms === undefined ? undefined : Math.max(0, ms) / 1000);

/** Settings by the names that providers have for them. */
function settingsOf(settings: JsonObject): Record<string, number | undefined> {
  const first = (...names: string[]) =>
    names.map((name) => settings[name]).find((value) => typeof value === "number");
  return {
    "gen_ai.request.temperature": first("temperature"),
    "gen_ai.request.max_tokens": first(
      "max_tokens",
      "max_completion_tokens",
      "max_output_tokens",
      "maxTokens",
      "maxOutputTokens",
      "num_predict",
    ),
    "gen_ai.request.top_p": first("top_p", "topP"),
    "gen_ai.request.top_k": first("top_k", "topK"),
    "gen_ai.request.seed": first("seed", "random_seed"),
    "gen_ai.request.frequency_penalty": first("frequency_penalty", "frequencyPenalty"),
    "gen_ai.request.presence_penalty": first("presence_penalty", "presencePenalty"),
  };
}

const text = (value: Json | undefined): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;
