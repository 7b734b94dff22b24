import { z } from "zod";

/** Percentiles of what was seen: one in twenty lies at or below `p5`, half below `p50`, nineteen in twenty below `p95`. */
export const spreadSchema = z.object({
  p5: z.number().min(0),
  p50: z.number().min(0),
  p95: z.number().min(0),
});
export type Spread = z.infer<typeof spreadSchema>;

/** What earlier runs say about one node. Every spread is of single visits. */
export const nodeHistorySchema = z.object({
  /** Its address: inside a subgraph with the ids of what is around it. */
  nodeId: z.string(),
  /** Runs that came by it, and how often all in all. */
  runs: z.int().min(1),
  visits: z.int().min(1),
  tokensIn: spreadSchema,
  tokensOut: spreadSchema,
  /** Micro-dollars of the calls whose price is known. */
  costMicros: spreadSchema,
  /** Model calls without a known price. */
  unpricedCalls: z.int().min(0),
  /** Milliseconds of work; waiting for a person is not counted. */
  ms: spreadSchema,
  /** How often it left by each port on its first, second … visit of a run; the last number stands for all later ones. */
  ports: z.array(z.object({ visit: z.int().min(1), port: z.string(), times: z.int().min(1) })),
});
export type NodeHistory = z.infer<typeof nodeHistorySchema>;
