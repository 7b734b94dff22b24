import { whenIdle } from "./when-idle";

/** Whoever waits for a picture that never comes is not kept longer than this. */
const LONGEST_MS = 4_000;

let expected: ReturnType<typeof setTimeout> | undefined;
const waiting = new Set<() => void>();

/** Says that the page is about to draw what people came for: code that is not part of it waits until it is there. */
export function expectPicture(): void {
  clearTimeout(expected);
  expected = setTimeout(pictureShown, LONGEST_MS);
}

/** The picture is there, or there is none: what waited comes in quiet moments, in the order in which it was asked for. */
export function pictureShown(): void {
  if (expected === undefined) return;
  clearTimeout(expected);
  expected = undefined;
  const works = [...waiting];
  waiting.clear();
  for (const work of works) whenIdle(work);
}

/** Runs something now, or once the picture that is expected has been drawn. Returns how to cancel. */
export function afterPicture(work: () => void): () => void {
  if (expected === undefined) {
    work();
    return () => {};
  }
  waiting.add(work);
  return () => waiting.delete(work);
}

/** Runs something once the page has settled: a quiet moment in which no picture is expected. Returns how to cancel. */
export function atLeisure(work: () => void): () => void {
  let cancel = whenIdle(() => {
    cancel = afterPicture(work);
  });
  return () => cancel();
}
