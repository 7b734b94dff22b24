import { call } from "@/lib/api/client/call";
import { getSpanValue } from "@/lib/api/contract/trace";
import { spanParts } from "@/workflows/events/lean/span-part";
import type { Span } from "@/workflows/events/run-view";

/** A span with all its values, however large. @throws ApiProblem */
export async function readWhole(runId: string, { left, ...span }: Span): Promise<Span> {
  const missing = spanParts.filter((part) => left?.[part]);
  const values = await Promise.all(
    missing.map(async (part) => {
      const { value } = await call(getSpanValue, { params: { id: runId }, query: { span: span.id, part } });
      return [part, value] as const;
    }),
  );
  return { ...span, ...Object.fromEntries(values) };
}
