/** Time as the recorder and the worker see it; tests bring their own. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once after `ms`; the returned function calls it off. */
  after(ms: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    if (ms <= 0) {
      const soon = setImmediate(callback);
      return () => clearImmediate(soon);
    }
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** Resolves after `ms`. */
export function pause(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => void clock.after(ms, resolve));
}

/** A node that does not listen to its signal is left behind after this time. */
const graceMs = 1_000;

/** The work's result, or the signal's reason a grace time after the abort: what does not listen holds nobody up. */
export async function orAbandoned<Value>(
  clock: Clock,
  signal: AbortSignal,
  work: Promise<Value>,
): Promise<Value> {
  const abandoned = Promise.withResolvers<never>();
  let callOff = () => {};
  const onAbort = () => {
    callOff = clock.after(graceMs, () => abandoned.reject(signal.reason));
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([work, abandoned.promise]);
  } finally {
    signal.removeEventListener("abort", onAbort);
    callOff();
    // What was left behind may still fail later, when nobody listens any more.
    work.catch(() => {});
  }
}
