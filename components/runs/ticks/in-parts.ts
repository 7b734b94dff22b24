/** What became of one of several runs. */
export interface Outcome {
  id: string;
  /** Why nothing was done with it. */
  refused?: string;
}

interface PartsWish {
  /** How many go at once. */
  size: number;
  work: (ids: string[], signal: AbortSignal) => Promise<Outcome[]>;
  signal: AbortSignal;
  onProgress: (done: number) => void;
}

/** Works through many in parts, until stopped: what was not come to is left as it is. @throws what `work` throws */
export async function inParts(
  ids: readonly string[],
  { size, work, signal, onProgress }: PartsWish,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let from = 0; from < ids.length && !signal.aborted; from += size) {
    outcomes.push(...(await work(ids.slice(from, from + size), signal)));
    onProgress(outcomes.length);
  }
  return outcomes;
}
