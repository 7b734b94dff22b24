import { z } from "zod";

export const breakerKinds = ["provider", "host", "tool"] as const;

/** How one circuit breaker of a process stands. `open` refuses calls, `half_open` lets one through to see. */
export const breakerStateSchema = z.object({
  key: z.string(),
  workspaceId: z.string(),
  kind: z.enum(breakerKinds),
  /** How people know the other side: `OpenAI · gpt-6-sol`, `api.example.com`. */
  name: z.string(),
  state: z.enum(["closed", "open", "half_open"]),
  /** In a row, until now. */
  failures: z.int().min(0),
  /** Since when it is open or half-open, or fails although it is still closed; in ms since the epoch. */
  since: z.number(),
  lastError: z.string().optional(),
  /** When an open one lets a call through, in ms since the epoch. */
  retryAt: z.number().optional(),
});
export type BreakerState = z.infer<typeof breakerStateSchema>;
