import { z } from "zod";
import { staleDraftSchema } from "@/lib/api/contract/agents";
import { graphDocumentSchema } from "@/workflows/graph/document";
import { type Operation, operationSchema } from "@/workflows/graph/operation";
import { bySchema } from "../panels/stored";
import type { HistoryEntry } from "./history";
import type { ChangeProblem } from "./state";

/** Why the server would refuse an operation for its shape alone; null if it would not. */
export function shapeProblem(operation: Operation): ChangeProblem | null {
  const parsed = operationSchema.safeParse(operation);
  if (parsed.success) return null;
  return { code: "operation_malformed", message: z.prettifyError(parsed.error), path: {} };
}

/** Whether what a browser remembers to have been done is still of the present shape. */
export function isEntry({ forward, backward }: HistoryEntry): boolean {
  return [forward, backward].every((operation) => operationSchema.safeParse(operation).success);
}

const keptSchema = z.object({
  revision: z.int(),
  base: graphDocumentSchema,
  operations: z.array(operationSchema).min(1),
});
/** Operations that no server has, and the draft they were made on. */
export type Kept = z.infer<typeof keptSchema>;
export const readKept = bySchema(keptSchema);

/** What a stale editor is told. */
export const readStale = bySchema(staleDraftSchema);
