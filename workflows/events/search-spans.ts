import type { Span } from "./run-view";

/** Spans in whose name or contents a text occurs, case aside. Contents are searched as JSON writes them. */
export function spansWith(spans: readonly Span[], text: string): string[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return [];
  // Inside JSON, quotes and line ends are written otherwise.
  const written = JSON.stringify(wanted).slice(1, -1);
  return spans.filter((span) => holds(span, wanted, written)).map(({ id }) => id);
}

function holds(span: Span, wanted: string, written: string): boolean {
  if (span.name.toLowerCase().includes(wanted)) return true;
  const { input, output, messages, message, text, http, problem, run, attempts } = span;
  const parts = [input, output, messages, message ?? text, http, problem, run?.id, attempts];
  return parts.some((part) => part !== undefined && JSON.stringify(part).toLowerCase().includes(written));
}
