import { setTimeout as wait } from "node:timers/promises";
import { ApiProblem } from "@/lib/api/client/call";

/** Makes a request as a well-behaved program does: told that it asks too often, it waits and asks again. */
export async function patiently<Value>(request: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await request();
    } catch (error) {
      const isTooOften = error instanceof ApiProblem && error.problem.code === "rate_limited";
      if (!isTooOften || attempt === 60) throw error;
      await wait(1_000);
    }
  }
}
