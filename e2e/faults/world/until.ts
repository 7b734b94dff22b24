import { setTimeout as wait } from "node:timers/promises";

/** @throws Error when it does not come to hold in time */
export async function until(holds: () => Promise<boolean>, withinMs = 20_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`It did not come to that within ${withinMs / 1000} seconds`);
    await wait(50);
  }
}
