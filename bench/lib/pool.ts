/** Runs a task `count` times, `width` of them at once. Returns how many ended per second. */
export async function rate(
  count: number,
  width: number,
  task: (index: number) => Promise<void>,
): Promise<number> {
  let next = 0;
  const lane = async () => {
    while (next < count) await task(next++);
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: Math.min(width, count) }, lane));
  return (count * 1000) / (performance.now() - start);
}
