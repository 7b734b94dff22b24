import { Client, credentials, Metadata, type ServiceError, status } from "@grpc/grpc-js";
import { ProtobufTraceSerializer } from "@opentelemetry/otlp-transformer";
import type { Place } from "@/lib/egress/guarded-socket";
import type { Receiver } from "../target";
import { brief, type Outcome } from "./outcome";
import type { ReadableSpan } from "./readable";

const method = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";

/** The judged address of a place: a name is looked up once, and that very address is called. */
export type FindAddress = (place: Place) => Promise<{ address: string; family: number }>;

/** One request of OTLP over gRPC (https://opentelemetry.io/docs/specs/otlp/#otlpgrpc). */
export async function sendGrpc(
  receiver: Receiver,
  spans: ReadableSpan[],
  addressOf: FindAddress,
): Promise<Outcome> {
  const { url } = receiver;
  const body = ProtobufTraceSerializer.serializeRequest(spans);
  if (!body) return { kind: "refused", message: "These spans cannot be written as OTLP." };
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
  const { address, family } = await addressOf({ host, port });
  const target = family === 6 ? `ipv6:[${address}]:${port}` : `ipv4:${address}:${port}`;
  const secure = url.protocol === "https:" ? credentials.createSsl() : credentials.createInsecure();
  const client = new Client(target, secure, {
    "grpc.default_authority": url.host,
    "grpc.ssl_target_name_override": host,
    // Neither a proxy nor a service's own settings may lead elsewhere.
    "grpc.enable_http_proxy": 0,
    "grpc.service_config_disable_resolution": 1,
    ...(receiver.gzip && { "grpc.default_compression_algorithm": 2 }),
  });
  try {
    return await call(client, Buffer.from(body), receiver);
  } finally {
    client.close();
  }
}

function call(client: Client, body: Buffer, { headers, timeoutMs }: Receiver): Promise<Outcome> {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(headers)) metadata.set(name.toLowerCase(), value);
  return new Promise((resolve) => {
    client.makeUnaryRequest(
      method,
      (bytes: Buffer) => bytes,
      (bytes: Buffer) => bytes,
      body,
      metadata,
      { deadline: Date.now() + timeoutMs },
      (error, answer) => resolve(error ? failed(error) : taken(answer)),
    );
  });
}

function taken(answer: Buffer | undefined): Outcome {
  const partial = answer?.length
    ? ProtobufTraceSerializer.deserializeResponse(answer).partialSuccess
    : undefined;
  return {
    kind: "taken",
    refused: Number(partial?.rejectedSpans ?? 0),
    message: brief(partial?.errorMessage ?? ""),
  };
}

/** https://opentelemetry.io/docs/specs/otlp/#failures; what people have to make good waits, too. */
const final: ReadonlySet<status> = new Set([
  status.INVALID_ARGUMENT,
  status.ALREADY_EXISTS,
  status.FAILED_PRECONDITION,
  status.INTERNAL,
]);

function failed({ code, details }: ServiceError): Outcome {
  const message = brief(`gRPC ${status[code] ?? code}${details ? `: ${details}` : ""}`);
  if (code === status.RESOURCE_EXHAUSTED && /larger than max/i.test(details))
    return { kind: "too-large", message };
  return final.has(code) ? { kind: "refused", message } : { kind: "later", message };
}
