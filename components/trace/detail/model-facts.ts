import { formatDuration } from "@/components/ui/format/duration";
import { formatMoney } from "@/components/ui/format/money";
import type { Span } from "@/workflows/events/run-view";
import type { Fact } from "./facts";

/** Output tokens per second after the first token; null while it cannot be told. */
export function tokensPerSecond(span: Span): number | null {
  if (!span.usage || span.endedAt === undefined) return null;
  const seconds = (span.endedAt - span.startedAt - (span.firstTokenMs ?? 0)) / 1000;
  return seconds > 0 ? span.usage.output / seconds : null;
}

/** What a model call used and cost, as far as it is known. */
export function modelFacts(span: Span): Fact[] {
  const facts: Fact[] = [];
  const add = (label: string, value: string | null | undefined) => {
    if (value) facts.push({ label, value });
  };
  const { usage, price } = span;
  add("Provider", span.provider);
  add("Input tokens", usage?.input.toLocaleString("en"));
  add("of these cached", usage?.cached ? usage.cached.toLocaleString("en") : null);
  add("written to the cache", usage?.cacheWrites ? usage.cacheWrites.toLocaleString("en") : null);
  add("Output tokens", usage?.output.toLocaleString("en"));
  add("of these reasoning", usage?.reasoning ? usage.reasoning.toLocaleString("en") : null);
  if (usage === null) add("Tokens", "not reported");
  if (span.endedAt !== undefined) add("Cost", formatMoney(span.costMicros));
  if (price) add("Price per million, in / out", priceWords(price));
  if (span.kept) {
    const { match, ageMs, savedMicros, likeness } = span.kept;
    add(
      "From the cache",
      match === "exact" ? "the same question" : `a question alike (${likeness?.toFixed(3)})`,
    );
    add("Answered", `${formatDuration(ageMs)} before`);
    add("Saved", formatMoney(savedMicros));
  }
  add("First token", span.firstTokenMs === undefined ? null : formatDuration(span.firstTokenMs));
  const rate = tokensPerSecond(span);
  add("Speed", rate === null ? null : `${rate.toFixed(rate < 10 ? 1 : 0)} tok/s`);
  add("Ended by", span.finishReason);
  return facts;
}

function priceWords({ input, output, cachedInput }: NonNullable<Span["price"]>): string {
  const cached = cachedInput === undefined ? "" : ` (cached ${formatMoney(cachedInput)})`;
  return `${formatMoney(input)}${cached} / ${formatMoney(output)}`;
}
