import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { JsonTraceSerializer, ProtobufTraceSerializer } from "@opentelemetry/otlp-transformer";
import type { Fetch } from "@/lib/egress/guarded-fetch";
import { parseRetryAfter } from "@/workflows/http/retry-after";
import type { Receiver } from "../target";
import { brief, type Outcome } from "./outcome";
import type { ReadableSpan } from "./readable";

const zip = promisify(gzip);
const forms = {
  "http/protobuf": { serializer: ProtobufTraceSerializer, type: "application/x-protobuf" },
  "http/json": { serializer: JsonTraceSerializer, type: "application/json" },
};

/**
 * One request of OTLP over HTTP (https://opentelemetry.io/docs/specs/otlp/#otlphttp). What is wrong with the address or
 * the key is made good by people: those spans wait like others.
 */
export async function sendHttp(receiver: Receiver, spans: ReadableSpan[], fetch: Fetch): Promise<Outcome> {
  const { serializer, type } = forms[receiver.protocol === "http/json" ? "http/json" : "http/protobuf"];
  const plain = serializer.serializeRequest(spans);
  if (!plain) return { kind: "refused", message: "These spans cannot be written as OTLP." };
  const body = receiver.gzip ? await zip(plain) : plain;
  const response = await fetch(receiver.url, {
    method: "POST",
    headers: {
      ...receiver.headers,
      "content-type": type,
      ...(receiver.gzip && { "content-encoding": "gzip" }),
    },
    body: Buffer.from(body),
    signal: AbortSignal.timeout(receiver.timeoutMs),
  });
  const answer = new Uint8Array(await response.arrayBuffer());
  return response.ok ? taken(serializer, response, answer) : failed(response, answer);
}

function taken(serializer: typeof ProtobufTraceSerializer, response: Response, answer: Uint8Array): Outcome {
  const type = response.headers.get("content-type") ?? "";
  if (/html/.test(type)) {
    const message = "The address answered with a web page: it is not one that takes traces.";
    return { kind: "later", message };
  }
  const partial = read(serializer, answer)?.partialSuccess;
  return {
    kind: "taken",
    refused: Number(partial?.rejectedSpans ?? 0),
    message: brief(partial?.errorMessage ?? ""),
  };
}

/** Some receivers answer with words of their own, which say nothing against it. */
function read(serializer: typeof ProtobufTraceSerializer, answer: Uint8Array) {
  if (answer.length === 0) return undefined;
  try {
    return serializer.deserializeResponse(answer);
  } catch {
    return undefined;
  }
}

const byPeople: ReadonlySet<number> = new Set([401, 402, 403, 404, 405, 407, 408, 421, 425, 429]);

function failed(response: Response, answer: Uint8Array): Outcome {
  const { status, headers } = response;
  const words = textIn(answer);
  const message = brief(`HTTP ${status}${words ? `: ${words}` : ""}`);
  if (status === 413) return { kind: "too-large", message };
  if (status < 500 && !byPeople.has(status)) return { kind: "refused", message };
  return { kind: "later", message, ...waits(headers) };
}

/** Of a `google.rpc.Status` the words are what can be read of it. */
function textIn(answer: Uint8Array): string {
  const text = new TextDecoder().decode(answer.subarray(0, 2_000));
  return /<html|<!doctype/i.test(text)
    ? ""
    : text.replace(/[^\x20-\x7e\u00a0-\uffff]+/g, " ").replace(/\ufffd/g, "");
}

function waits(headers: Headers) {
  const seconds = parseRetryAfter(headers.get("retry-after"), Date.now());
  return seconds === undefined ? {} : { retryAfterMs: seconds * 1_000 };
}
