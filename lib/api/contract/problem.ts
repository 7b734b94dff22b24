import { z } from "zod";

/** Body of every refusal, `application/problem+json` (RFC 9457). */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** Stable code of workflows/errors/codes.ts. */
  code: z.string(),
  detail: z.string(),
  field: z.string().optional(),
  nodeId: z.string().optional(),
  edgeId: z.string().optional(),
  channel: z.string().optional(),
  hint: z.string().optional(),
  data: z.unknown().optional(),
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof problemSchema>;
