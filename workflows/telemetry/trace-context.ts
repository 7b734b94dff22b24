/**
 * W3C Trace Context, level 1 (https://www.w3.org/TR/trace-context-1/): what a caller says of the trace that its
 * request belongs to.
 */
export interface TraceContext {
  /** 32 lower-case hex digits, not all zero. */
  traceId: string;
  /** The caller's span: 16 lower-case hex digits, not all zero. */
  parentSpanId: string;
  sampled: boolean;
  /** `tracestate` as it came, to be handed on. */
  state?: string | undefined;
}

const parent = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
/** A list with more members, or a longer one, need not be handed on (section 3.3.1.5). */
const mostMembers = 32;
const longestState = 512;
const key = /^(?:[a-z][a-z0-9_\-*/]{0,255}|[a-z0-9][a-z0-9_\-*/]{0,240}@[a-z][a-z0-9_\-*/]{0,13})$/;
const value = /^[\x20-\x2b\x2d-\x3c\x3e-\x7e]{0,255}[\x21-\x2b\x2d-\x3c\x3e-\x7e]$/;

/**
 * Reads the two headers. A `traceparent` that cannot be read is as good as none, and then `tracestate` is not looked
 * at; a `tracestate` that cannot be read is left out by itself (section 4.3).
 */
export function readTraceContext(
  traceparent: string | null | undefined,
  tracestate?: string | null,
): TraceContext | undefined {
  const [, version, traceId = "", parentSpanId = "", flags = "", rest] =
    parent.exec(traceparent?.trim() ?? "") ?? [];
  // Version 00 ends after the flags; later ones may say more, which is left unread.
  if (version === undefined || version === "ff" || (version === "00" && rest !== undefined)) return undefined;
  if (/^0+$/.test(traceId) || /^0+$/.test(parentSpanId)) return undefined;
  const state = readState(tracestate);
  const sampled = (Number.parseInt(flags, 16) & 1) === 1;
  return { traceId, parentSpanId, sampled, ...(state !== undefined && { state }) };
}

/** The header by which a called service learns of its caller's span. */
export function writeTraceparent({ traceId, parentSpanId, sampled }: TraceContext): string {
  return `00-${traceId}-${parentSpanId}-${sampled ? "01" : "00"}`;
}

function readState(header: string | null | undefined): string | undefined {
  const members = (header ?? "")
    .split(",")
    .map((member) => member.trim())
    .filter(Boolean);
  const text = members.join(",");
  if (members.length === 0 || members.length > mostMembers || text.length > longestState) return undefined;
  const keys = members.map(readMember);
  return keys.includes(undefined) || new Set(keys).size < keys.length ? undefined : text;
}

/** The key of a member that can be read. */
function readMember(member: string): string | undefined {
  const at = member.indexOf("=");
  const isGood = at > 0 && key.test(member.slice(0, at)) && value.test(member.slice(at + 1));
  return isGood ? member.slice(0, at) : undefined;
}
