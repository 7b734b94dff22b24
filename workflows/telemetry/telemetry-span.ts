export type AttributeValue = string | number | boolean | string[];
export type Attributes = Record<string, AttributeValue>;

/**
 * A span as OTLP has it, as plain data
 * (https://opentelemetry.io/docs/specs/otel/trace/api/#span): ids in lower-case hex, times in milliseconds since the
 * epoch.
 */
export interface TelemetrySpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string | undefined;
  /** `tracestate` as the trace's first caller sent it. */
  state?: string | undefined;
  name: string;
  /** `client`: asks somebody outside; `server`: was asked by somebody outside. */
  kind: "internal" | "client" | "server";
  startMs: number;
  endMs: number;
  attributes: Attributes;
  events: TelemetryEvent[];
  links: TelemetryLink[];
  /** It failed; the words only where content may be told. */
  error?: { message?: string | undefined } | undefined;
}

export interface TelemetryEvent {
  name: string;
  ms: number;
  attributes: Attributes;
}

export interface TelemetryLink {
  traceId: string;
  spanId: string;
  attributes: Attributes;
}

/** Leaves out what is not known. */
export function known(values: Record<string, AttributeValue | null | undefined>): Attributes {
  const kept: Attributes = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null) kept[name] = value;
  }
  return kept;
}
