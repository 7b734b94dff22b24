"use client";

import { useMemo } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { getRunSpan } from "@/lib/api/contract/trace";
import type { Span } from "@/workflows/events/run-view";

/** A span with what was left on the server when the trace was opened. Very large values are still left out. */
export function useWholeSpan(runId: string, span: Span) {
  const read = useEndpoint(
    getRunSpan,
    { params: { id: runId }, query: { span: span.id } },
    { enabled: span.left !== undefined },
  );
  const whole = useMemo(() => joined(span, read.data), [span, read.data]);
  return {
    span: whole,
    loading: span.left !== undefined && read.isPending,
    error: span.left !== undefined && read.isError ? read.error : null,
    retry: () => void read.refetch(),
  };
}

/** What has happened since the span was read counts. */
function joined(span: Span, read: Span | undefined): Span {
  if (!read) return span;
  const { left: _left, ...here } = span;
  return { ...read, ...here, ...(read.left && { left: read.left }) };
}
