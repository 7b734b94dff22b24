import { z } from "zod";

/** How one circuit breaker of a process stands. `open` refuses calls, `half_open` lets one through to see. */
export const breakerStateSchema = z.object({
  key: z.string(),
  workspaceId: z.string(),
  kind: z.enum(["provider", "host", "tool"]),
  /** How people know the other side: `OpenAI`, `api.example.com`. */
  name: z.string(),
  state: z.enum(["closed", "open", "half_open"]),
  /** In a row, until now. */
  failures: z.int().min(0),
  /** When it came into this state, in ms since the epoch. */
  since: z.number(),
  lastError: z.string().optional(),
  /** When an open one lets a call through, in ms since the epoch. */
  retryAt: z.number().optional(),
});
export type BreakerState = z.infer<typeof breakerStateSchema>;
