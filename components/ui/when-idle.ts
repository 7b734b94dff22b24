/** How long work may wait for a quiet moment. */
const LONGEST_MS = 250;

/** Runs something once the browser has nothing better to do, or soon in one that cannot tell. Returns how to cancel. */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === "function") {
    const id = requestIdleCallback(work, { timeout: LONGEST_MS });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(work, LONGEST_MS / 5);
  return () => clearTimeout(id);
}
