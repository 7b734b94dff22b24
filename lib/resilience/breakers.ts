import type { BreakerState } from "./breaker-state";

/** The circuit breakers of this process, made when their other side is first called. */
export class Breakers {
  /** One for each other side that has failed lately or stands open. */
  states(): BreakerState[] {
    return [];
  }
}
