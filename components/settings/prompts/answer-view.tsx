import { plural } from "@/components/ui/format/count";
import { formatDuration } from "@/components/ui/format/duration";
import { formatMoney } from "@/components/ui/format/money";
import type { PromptAnswer } from "@/lib/api/contract/prompts";

/** What a model answered, in how long, and what it cost. */
export function AnswerView({ answer, label = "Answer" }: { answer: PromptAnswer; label?: string }) {
  const { model, text, inputTokens, outputTokens, costMicros, durationMs } = answer;
  const tokens = inputTokens === null ? null : plural(inputTokens + (outputTokens ?? 0), "token");
  const facts = [
    model,
    formatDuration(durationMs),
    tokens,
    costMicros === null ? null : formatMoney(costMicros),
  ];
  return (
    <section aria-label={label} className="grid min-w-0 gap-1.5">
      <p role="status" className="text-muted-foreground text-xs">
        {facts.filter((fact) => fact !== null).join(" · ")}
      </p>
      <p className="whitespace-pre-wrap break-words rounded-md border bg-canvas px-2.5 py-2 text-sm">
        {text || "The model answered with nothing."}
      </p>
    </section>
  );
}
