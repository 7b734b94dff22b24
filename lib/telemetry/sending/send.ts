import { resourceFromAttributes } from "@opentelemetry/resources";
import type { WayOut } from "@/lib/egress/egress";
import { isPrivateRefusal } from "@/lib/egress/refusals";
import { isAppError } from "@/workflows/errors/app-error";
import type { TelemetrySpan } from "@/workflows/telemetry/telemetry-span";
import type { Receiver } from "../target";
import { brief, type Outcome } from "./outcome";
import { readable } from "./readable";
import { sendGrpc } from "./send-grpc";
import { sendHttp } from "./send-http";

/** How a receiver is reached; `allow` names places in private networks that may be. */
export interface Way {
  out: Pick<WayOut, "fetchFor" | "addressOf">;
  allow: readonly string[];
}

/** What is said of the program itself (https://opentelemetry.io/docs/specs/semconv/resource/). */
export type ResourceAttributes = Readonly<Record<string, string>>;

/** Sends spans in one request. Never throws: what fails may be taken later. */
export async function send(
  receiver: Receiver,
  spans: readonly TelemetrySpan[],
  { out, allow }: Way,
  attributes: ResourceAttributes,
): Promise<Outcome> {
  const resource = resourceFromAttributes(attributes);
  const written = spans.map((span) => readable(span, resource));
  try {
    return receiver.protocol === "grpc"
      ? await sendGrpc(receiver, written, (place) => out.addressOf(place, allow))
      : await sendHttp(receiver, written, out.fetchFor(allow));
  } catch (error) {
    return { kind: "later", message: reasonOf(error, receiver, allow) };
  }
}

function reasonOf(error: unknown, { url, timeoutMs }: Receiver, allow: readonly string[]): string {
  if (error instanceof DOMException && error.name === "TimeoutError")
    return `${url.host} did not answer within ${timeoutMs / 1000} s.`;
  if (isPrivateRefusal(error) && allow.length === 0) {
    return brief(`${error.message} If you trust the receiver, tick “It stands in the private network”.`);
  }
  if (isAppError(error)) return brief([error.message, error.details.hint].filter(Boolean).join(" "));
  return brief(error instanceof Error ? error.message : String(error));
}
