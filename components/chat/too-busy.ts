import { z } from "zod";
import { isProblem } from "@/components/data/problem";

const retryAfter = z.object({ retryAfterSeconds: z.number().min(0) });
const passing = ["queue_full", "rate_limited", "unavailable"];

/** How long to wait before the same is tried again, where a refusal passes by itself and says so. Milliseconds. */
export function retryAfterMs(error: unknown): number | undefined {
  if (!isProblem(error) || !passing.includes(error.problem.code)) return undefined;
  const told = retryAfter.safeParse(error.problem.data);
  return told.success ? told.data.retryAfterSeconds * 1000 : undefined;
}
