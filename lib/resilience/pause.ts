/** How long an open breaker refuses calls before it lets one through. */
export interface PauseLimits {
  firstMs: number;
  mostMs: number;
}

/**
 * Doubles with each failed trial. Half of it is drawn by lot, so that many processes don't come back in the same
 * moment; and it is never shorter than the other side asked for.
 * @param trial 1 for the first time it opens
 */
export function pauseMs(
  trial: number,
  askedMs: number,
  { firstMs, mostMs }: PauseLimits,
  random = Math.random,
): number {
  const whole = Math.min(mostMs, firstMs * 2 ** (trial - 1));
  return Math.round(Math.min(mostMs, Math.max(whole / 2 + (random() * whole) / 2, askedMs)));
}
