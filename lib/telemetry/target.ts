import type { TelemetryProtocol } from "@/lib/api/contract/telemetry";

/** Where spans are sent to, and how. */
export interface Receiver {
  protocol: TelemetryProtocol;
  /** With its scheme; for HTTP the whole address that is posted to. */
  url: URL;
  /** Secret: most hold a key. */
  headers: Readonly<Record<string, string>>;
  timeoutMs: number;
  gzip: boolean;
}

/** Who says where and what is sent: a workspace, or the operator for all of them. */
export const operatorId = "operator";

const tracesPath = "/v1/traces";

/**
 * The address that spans are posted to: a base address gets the path that the specification gives traces
 * (https://opentelemetry.io/docs/specs/otel/protocol/exporter/#endpoint-urls-for-otlphttp), one that ends with it is
 * taken as it is.
 */
export function tracesUrl(base: URL): URL {
  const url = new URL(base);
  if (!url.pathname.endsWith(tracesPath)) url.pathname = url.pathname.replace(/\/*$/, tracesPath);
  return url;
}
