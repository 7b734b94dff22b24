import type { ModelSettings, ReasoningEffort } from "@/workflows/runtime/ports";

/** Models before adaptive thinking, which are told how many tokens they may think for. */
const budgeted = /claude-(3|(sonnet|opus|haiku)-4(-[0-5])?(-\d{8})?$)/;

const budgets: Record<ReasoningEffort, number> = { low: 2_048, medium: 8_192, high: 24_576 };
/** Room for the answer beside the thinking, which counts as output. */
const answerTokens = 4_096;

/**
 * What Anthropic is told of reasoning. It takes no temperature with it, and counts thinking as part of the answer.
 * @see https://docs.anthropic.com/en/docs/build-with-claude/extended-thinking
 */
export function thinkingFields(model: string, { reasoning, temperature, maxTokens, topP }: ModelSettings) {
  if (!reasoning) return { temperature, maxTokens, topP };
  if (!budgeted.test(model)) {
    return { maxTokens, thinking: { type: "adaptive" as const }, outputConfig: { effort: reasoning } };
  }
  const budget = budgets[reasoning];
  return {
    maxTokens: budget + (maxTokens ?? answerTokens),
    thinking: { type: "enabled" as const, budget_tokens: budget },
  };
}
