import type { KeyLimits } from "@/lib/api/contract/models";

const minuteMs = 60_000;
/** Of what a minute allows, this part may be used at once; the rest comes evenly. Together they never are more. */
const atOnce = 0.1;

/** How calls are spaced: a virtual schedule ("generic cell rate algorithm", ITU-T I.371) for each of both limits. */
export interface Pace {
  /** How far requests may be ahead of their schedule, and by how much each moves it on; ms. */
  requestsAheadMs: number;
  requestMs: number;
  tokensAheadMs: number;
  tokensMs: number;
}

/**
 * @param tokens what the call will take, as far as one can tell
 * @returns undefined where nothing is limited
 */
export function paceOf({ requestsPerMinute, tokensPerMinute }: KeyLimits, tokens: number): Pace | undefined {
  if (requestsPerMinute === undefined && tokensPerMinute === undefined) return undefined;
  const requests = requestsPerMinute === undefined ? free : requestPace(requestsPerMinute);
  const perToken = tokensPerMinute === undefined ? 0 : tokenMs(tokensPerMinute);
  const most = (tokensPerMinute ?? 0) * atOnce;
  return {
    requestsAheadMs: requests.aheadMs,
    requestMs: requests.ms,
    // One that is larger than all that may be used at once waits until nothing of it is.
    tokensAheadMs: Math.max(0, most - tokens) * perToken,
    tokensMs: tokens * perToken,
  };
}

/** ms by which one token moves the schedule on; 0 without a limit. */
export function tokenMs(tokensPerMinute: number | undefined): number {
  return tokensPerMinute === undefined ? 0 : minuteMs / (tokensPerMinute * (1 - atOnce));
}

const free = { aheadMs: 0, ms: 0 };

/** So many at once, then one every so often: no minute sees more than the limit. */
function requestPace(perMinute: number): { aheadMs: number; ms: number } {
  const together = Math.max(1, Math.floor(perMinute * atOnce));
  const ms = minuteMs / (perMinute - together + 1);
  return { aheadMs: (together - 1) * ms, ms };
}
