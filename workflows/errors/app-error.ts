import { type ErrorCode, errorCodes } from "./codes";

/** Where a problem sits, so that a screen can point at it. */
export interface ErrorDetails {
  /** Dotted path of the offending field in the request or node config. */
  field?: string;
  nodeId?: string;
  edgeId?: string;
  channel?: string;
  /** The code that the author of a graph gave the problem; people and graphs read it in place of ours. */
  ownCode?: string;
  /** What the caller can do about it, one sentence. */
  hint?: string;
  /** Plain data for programs, e.g. the current revision on a conflict. */
  data?: unknown;
  /** Not the caller's doing and soon over: told as 503, whatever the code stands for. */
  unavailable?: true;
}

const brand = "signalbox.AppError";

/**
 * An expected problem with a stable code; everything else that is thrown is a bug. The name holds the code because a
 * checkpoint keeps of an error no more than its name and its message.
 */
export class AppError extends Error {
  readonly brand = brand;
  override readonly name: string;

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = nameOf(code, details.ownCode);
  }

  /** How long the other side asked not to be called again; LangChain's own retries look for this name, too. */
  get retryAfterMs(): number | undefined {
    const { data } = this.details;
    if (typeof data !== "object" || data === null || !("retryAfterSeconds" in data)) return undefined;
    const { retryAfterSeconds } = data;
    return typeof retryAfterSeconds === "number" && retryAfterSeconds >= 0
      ? retryAfterSeconds * 1000
      : undefined;
  }
}

/** Recognises an AppError by its brand: the server bundle and Next's bundle hold two copies of the class. */
export function isAppError(value: unknown): value is AppError {
  return value instanceof Error && "brand" in value && value.brand === brand;
}

/** The AppError that an error was before it went through a checkpoint; anything else as it is. */
export function recalled(error: unknown): unknown {
  if (!(error instanceof Error) || isAppError(error)) return error;
  const [, name, ownCode] = /^AppError \[(\w+)(?:: (\w+))?\]$/.exec(error.name) ?? [];
  const code = errorCodes.find((known) => known === name);
  if (!code) return error;
  return new AppError(code, error.message, ownCode ? { ownCode } : {}, { cause: error.cause });
}

/** The code that people and graphs read: the author's own where there is one. */
export function codeOf({ code, details }: AppError): string {
  return details.ownCode ?? code;
}

function nameOf(code: ErrorCode, ownCode: string | undefined): string {
  return `AppError [${ownCode ? `${code}: ${ownCode}` : code}]`;
}
