import { z } from "zod";
import type { OperatorTelemetry } from "./operator";
import { tracesUrl } from "./target";

const text = z.string().trim().min(1);
const protocol = z.enum(["http/protobuf", "http/json", "grpc"], {
  error: "must be http/protobuf, http/json or grpc",
});
const url = text.pipe(z.url({ protocol: /^https?$/, error: "must be an http or https address" }));
const pairs = text.transform((list, context) => {
  const found: [string, string][] = [];
  for (const pair of list.split(",")) {
    const at = pair.indexOf("=");
    const name = pair.slice(0, at).trim();
    const value = decoded(pair.slice(at + 1).trim());
    if (at > 0 && name && value !== undefined) found.push([name, value]);
    else context.addIssue({ code: "custom", message: "must read name=value,name=value" });
  }
  return Object.fromEntries(found);
});

/** Values are written as in a URL (https://opentelemetry.io/docs/specs/otel/protocol/exporter/#specifying-headers-via-environment-variables). */
function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

const samplers = [
  "always_on",
  "always_off",
  "traceidratio",
  "parentbased_always_on",
  "parentbased_always_off",
  "parentbased_traceidratio",
] as const;

/**
 * OpenTelemetry's own variables
 * (https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/). A caller's word on sampling
 * counts with each sampler.
 */
export const telemetryVariables = {
  OTEL_SDK_DISABLED: z.enum(["true", "false"]).default("false"),
  OTEL_SERVICE_NAME: text.optional(),
  OTEL_RESOURCE_ATTRIBUTES: pairs.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: url.optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: protocol.default("http/protobuf"),
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: protocol.optional(),
  OTEL_EXPORTER_OTLP_HEADERS: pairs.optional(),
  OTEL_EXPORTER_OTLP_TRACES_HEADERS: pairs.optional(),
  OTEL_EXPORTER_OTLP_TIMEOUT: z.coerce.number().int().min(100).max(30_000).default(10_000),
  OTEL_EXPORTER_OTLP_COMPRESSION: z.enum(["none", "gzip"]).default("none"),
  OTEL_TRACES_SAMPLER: z.enum(samplers).default("parentbased_always_on"),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
};
const schema = z.object(telemetryVariables);

/** Where the operator wants the traces of all workspaces; nothing without an endpoint. */
export function operatorTelemetry(value: z.infer<typeof schema>): OperatorTelemetry | undefined {
  const exact = value.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT;
  const endpoint = exact ?? value.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (endpoint === undefined || value.OTEL_SDK_DISABLED === "true") return undefined;
  const spoken = value.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL ?? value.OTEL_EXPORTER_OTLP_PROTOCOL;
  const base = new URL(endpoint);
  const headers = value.OTEL_EXPORTER_OTLP_TRACES_HEADERS ?? value.OTEL_EXPORTER_OTLP_HEADERS ?? {};
  return {
    receiver: {
      protocol: spoken,
      url: spoken === "grpc" || exact !== undefined ? base : tracesUrl(base),
      headers,
      timeoutMs: value.OTEL_EXPORTER_OTLP_TIMEOUT,
      gzip: value.OTEL_EXPORTER_OTLP_COMPRESSION === "gzip",
    },
    share: shareOf(value),
    resource: {
      ...value.OTEL_RESOURCE_ATTRIBUTES,
      "service.name":
        value.OTEL_SERVICE_NAME ?? value.OTEL_RESOURCE_ATTRIBUTES?.["service.name"] ?? "signalbox",
    },
  };
}

function shareOf({
  OTEL_TRACES_SAMPLER: sampler,
  OTEL_TRACES_SAMPLER_ARG: share,
}: z.infer<typeof schema>): number {
  if (sampler.endsWith("always_off")) return 0;
  return sampler.endsWith("ratio") ? share : 1;
}
