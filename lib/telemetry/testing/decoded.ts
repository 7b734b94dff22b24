import root from "otlp-messages/build/src/generated/root";
import { z } from "zod";

const messages = root.opentelemetry.proto.collector.trace.v1;

const value = z.looseObject({
  stringValue: z.string().optional(),
  intValue: z.coerce.number<string>().optional(),
  doubleValue: z.number().optional(),
  boolValue: z.boolean().optional(),
  arrayValue: z.looseObject({ values: z.array(z.looseObject({ stringValue: z.string() })) }).optional(),
});
const attributes = z
  .array(z.looseObject({ key: z.string(), value }))
  .default([])
  .transform((pairs) =>
    Object.fromEntries(
      pairs.map(({ key, value: { stringValue, intValue, doubleValue, boolValue, arrayValue } }) => [
        key,
        stringValue ??
          intValue ??
          doubleValue ??
          boolValue ??
          arrayValue?.values.map((each) => each.stringValue),
      ]),
    ),
  );
const nanos = z.string().transform((text) => BigInt(text));
const span = z.looseObject({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  traceState: z.string().optional(),
  name: z.string(),
  kind: z.union([z.string(), z.number()]),
  startTimeUnixNano: nanos,
  endTimeUnixNano: nanos,
  attributes,
  events: z.array(z.looseObject({ name: z.string(), attributes })).default([]),
  links: z.array(z.looseObject({ traceId: z.string(), spanId: z.string(), attributes })).default([]),
  status: z
    .looseObject({ code: z.union([z.string(), z.number()]).optional(), message: z.string().optional() })
    .optional(),
});
const request = z.looseObject({
  resourceSpans: z.array(
    z.looseObject({
      resource: z.looseObject({ attributes }),
      scopeSpans: z.array(
        z.looseObject({ scope: z.looseObject({ name: z.string() }), spans: z.array(span) }),
      ),
    }),
  ),
});

export type DecodedSpan = z.infer<typeof span> & { resource: Record<string, unknown> };

/** Reads a request with the messages that OpenTelemetry generates from its own definitions. */
export function decodeProtobuf(body: Uint8Array): DecodedSpan[] {
  const decoded = messages.ExportTraceServiceRequest.decode(body);
  const plain = messages.ExportTraceServiceRequest.toObject(decoded, {
    longs: String,
    enums: String,
    bytes: Array,
  });
  return spansIn(withHexIds(plain));
}

export const decodeJson = (body: string): DecodedSpan[] => spansIn(JSON.parse(body));

export function partialSuccess(refused: number, message: string): Uint8Array {
  const answer = { partialSuccess: { rejectedSpans: refused, errorMessage: message } };
  return messages.ExportTraceServiceResponse.encode(answer).finish();
}

function spansIn(plain: unknown): DecodedSpan[] {
  return request
    .parse(plain)
    .resourceSpans.flatMap(({ resource, scopeSpans }) =>
      scopeSpans.flatMap(({ spans }) => spans.map((each) => ({ ...each, resource: resource.attributes }))),
    );
}

/** Ids are bytes on the wire, and hex for people. */
function withHexIds(plain: unknown, name = ""): unknown {
  if (Array.isArray(plain)) {
    return name.endsWith("Id") ? Buffer.from(plain).toString("hex") : plain.map((each) => withHexIds(each));
  }
  if (typeof plain !== "object" || plain === null) return plain;
  return Object.fromEntries(Object.entries(plain).map(([key, inner]) => [key, withHexIds(inner, key)]));
}
