import { type HrTime, SpanKind, SpanStatusCode, TraceFlags } from "@opentelemetry/api";
import { TraceState } from "@opentelemetry/core";
import type { ProtobufTraceSerializer } from "@opentelemetry/otlp-transformer";
import type { Resource } from "@opentelemetry/resources";
import type { TelemetrySpan } from "@/workflows/telemetry/telemetry-span";

/** A span as OpenTelemetry's own serializers take it. */
export type ReadableSpan = Parameters<typeof ProtobufTraceSerializer.serializeRequest>[0][number];

const kinds = { internal: SpanKind.INTERNAL, client: SpanKind.CLIENT, server: SpanKind.SERVER };
const scope = { name: "signalbox" };

export function readable(span: TelemetrySpan, resource: Resource): ReadableSpan {
  const { traceId, parentSpanId, startMs, endMs, error } = span;
  const traceFlags = TraceFlags.SAMPLED;
  const traceState = span.state === undefined ? undefined : new TraceState(span.state);
  const context = { traceId, spanId: span.spanId, traceFlags, ...(traceState && { traceState }) };
  return {
    name: span.name,
    kind: kinds[span.kind],
    spanContext: () => context,
    ...(parentSpanId !== undefined && { parentSpanContext: { traceId, spanId: parentSpanId, traceFlags } }),
    startTime: hrTime(startMs),
    endTime: hrTime(endMs),
    duration: hrTime(endMs - startMs),
    ended: true,
    status: error ? { code: SpanStatusCode.ERROR, ...said(error.message) } : { code: SpanStatusCode.UNSET },
    attributes: span.attributes,
    events: span.events.map(({ name, ms, attributes }) => ({ name, attributes, time: hrTime(ms) })),
    links: span.links.map(({ attributes, ...to }) => ({ attributes, context: { ...to, traceFlags } })),
    resource,
    instrumentationScope: scope,
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  };
}

const said = (message: string | undefined) => (message === undefined ? {} : { message });

/** Seconds and nanoseconds; events have milliseconds, some with fractions. */
function hrTime(ms: number): HrTime {
  const seconds = Math.floor(ms / 1000);
  const micros = Math.min(999_999, Math.round((ms - seconds * 1000) * 1000));
  return [seconds, micros * 1000];
}
