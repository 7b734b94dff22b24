import { type Clock, systemClock } from "@/lib/runs/clock";

/** Reads at most once in a time, however many ask; those who ask together share one reading, also a failed one. */
export function remembered<Value>(
  read: () => Promise<Value>,
  forMs: number,
  clock: Clock = systemClock,
): () => Promise<Value> {
  let kept: { at: number; value: Promise<Value> } | null = null;
  return () => {
    const now = clock.now();
    if (!kept || now - kept.at >= forMs) kept = { at: now, value: read() };
    return kept.value;
  };
}
