/** Notes how far apart frames are, until the function returned is called: milliseconds, one for each frame. */
export function recordFrames(): () => number[] {
  const gaps: number[] = [];
  let last: number | undefined;
  let next = requestAnimationFrame(function frame(now) {
    if (last !== undefined) gaps.push(now - last);
    last = now;
    next = requestAnimationFrame(frame);
  });
  return () => {
    cancelAnimationFrame(next);
    return gaps;
  };
}
