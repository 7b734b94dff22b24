import { AppError, isAppError } from "@/workflows/errors/app-error";

/** Plain words for what the network said; the code is Node's or undici's. */
const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: "the name is unknown",
  EAI_AGAIN: "the name could not be looked up",
  ECONNREFUSED: "nothing answers on that port",
  ECONNRESET: "the connection was cut",
  EPIPE: "the connection was cut",
  UND_ERR_SOCKET: "the connection was cut",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the network cannot be reached",
  ETIMEDOUT: "the connection took too long",
  UND_ERR_CONNECT_TIMEOUT: "the connection took too long",
  UND_ERR_HEADERS_TIMEOUT: "no answer came in time",
  UND_ERR_HEADERS_OVERFLOW: "its answer has too many headers",
  HPE_HEADER_OVERFLOW: "its answer has too many headers",
  UND_ERR_BODY_TIMEOUT: "the answer stopped in the middle and did not go on",
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is self-signed",
};

/** Plain words for an error code of Node or undici. */
export function networkReason(code: string): string | undefined {
  return Object.hasOwn(reasons, code) ? reasons[code] : undefined;
}

/** Turns what fetch threw into an AppError; one already inside (a refusal) comes out unchanged. */
export function toHttpError(error: unknown, host: string): AppError {
  const inner = findAppError(error);
  if (inner) return inner;
  const cause = rootCause(error);
  const code = causeCode(cause);
  const reason = networkReason(code) ?? (cause instanceof Error ? cause.message : String(cause));
  return new AppError(
    "http_failed",
    `Could not call ${host}: ${reason}.`,
    { data: { host, code } },
    { cause },
  );
}

/** The AppError in a chain of causes: fetch wraps what the connector refused, SDKs wrap what fetch threw. */
export function findAppError(error: unknown): AppError | undefined {
  return causes(error).find(isAppError);
}

/** Node's or undici's error code, or the empty string. */
export function causeCode(error: unknown): string {
  for (const cause of causes(error)) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
  }
  return "";
}

function rootCause(error: unknown): unknown {
  return causes(error).at(-1) ?? error;
}

function causes(error: unknown): Error[] {
  const chain: Error[] = [];
  let current = error;
  while (current instanceof Error && chain.length < 10) {
    chain.push(current);
    // Happy eyeballs reports one error per address; the first is as good as any.
    current =
      current instanceof AggregateError && current.errors.length > 0 ? current.errors[0] : current.cause;
  }
  return chain;
}
