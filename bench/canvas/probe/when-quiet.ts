const quietMs = 600;
const smoothFrames = 15;

let lastBusy = 0;
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) lastBusy = Math.max(lastBusy, task.startTime + task.duration);
}).observe({ type: "longtask", buffered: true });

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/**
 * Milliseconds from the navigation until nodes are drawn and the page answers: the end of the last task over 50 ms
 * before a quiet time.
 */
export async function whenInteractive(): Promise<number> {
  while (!document.querySelector(".react-flow__node")) await nextFrame();
  const drawn = await nextFrame();
  while (performance.now() - Math.max(drawn, lastBusy) < quietMs) await nextFrame();
  return Math.max(drawn, lastBusy);
}

/** Milliseconds from the navigation until the first row of a trace is painted. */
export async function whenFirstRow(): Promise<number> {
  while (!document.querySelector('[role="treeitem"]')) await nextFrame();
  return nextFrame();
}

/** Settles once frames come one after the other again. */
export async function whenQuiet(): Promise<void> {
  let before = await nextFrame();
  for (let smooth = 0; smooth < smoothFrames; ) {
    const now = await nextFrame();
    smooth = now - before < 30 ? smooth + 1 : 0;
    before = now;
  }
}
