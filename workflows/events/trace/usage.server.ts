import type { BaseMessage } from "@langchain/core/messages";
import { isAIMessage } from "@langchain/core/messages";
import type { Usage } from "../usage";

/** Tokens as the provider reported them; null if it reported none. */
export function usageOf(message: BaseMessage): Usage | null {
  const usage = isAIMessage(message) ? message.usage_metadata : undefined;
  if (!usage) return null;
  return {
    input: count(usage.input_tokens),
    output: count(usage.output_tokens),
    cached: count(usage.input_token_details?.cache_read),
    cacheWrites: count(usage.input_token_details?.cache_creation),
    reasoning: count(usage.output_token_details?.reasoning),
  };
}

/** Why the model stopped; each provider has its own name for the field. */
export function finishReasonOf(message: BaseMessage): string | undefined {
  const metadata: Record<string, unknown> = message.response_metadata ?? {};
  const reason = metadata.finish_reason ?? metadata.stop_reason ?? metadata.finishReason;
  return typeof reason === "string" ? reason : undefined;
}

function count(value: number | undefined): number {
  return Number.isFinite(value) ? Math.max(0, Math.round(value ?? 0)) : 0;
}
