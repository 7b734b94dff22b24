import { z } from "zod";
import { nodeIdOf } from "@/workflows/compile/node-name";

const checkpointSchema = z.object({
  config: z.object({ configurable: z.object({ checkpoint_id: z.string().optional() }) }),
  metadata: z.object({ step: z.int() }),
  values: z.record(z.string(), z.unknown()),
  next: z.array(z.string()),
});

const pauseSchema = z.object({ id: z.string() });
const taskSchema = z.object({
  interrupts: z.array(z.union([pauseSchema, z.array(pauseSchema)])),
});

/** A superstep is complete; `values` holds the channels, `next` the nodes that follow. */
export interface StepChunk {
  kind: "step";
  /** The last stored one: where not every step is stored, none or an earlier step's. */
  checkpointId: string | undefined;
  step: number;
  values: Record<string, unknown>;
  next: string[];
}

/** What a chunk of LangGraph's stream (modes `checkpoints` and `tasks`) tells the runtime; often nothing. */
export function readChunk(
  chunk: unknown,
): StepChunk | { kind: "pauses"; interruptIds: string[] } | undefined {
  const [mode, payload]: unknown[] = Array.isArray(chunk) ? chunk : [];
  if (mode === "checkpoints") return stepOf(checkpointSchema.safeParse(payload).data);
  return mode === "tasks" ? pausesOf(taskSchema.safeParse(payload).data) : undefined;
}

function stepOf(checkpoint: z.infer<typeof checkpointSchema> | undefined): StepChunk | undefined {
  if (!checkpoint) return undefined;
  const { config, metadata, values, next } = checkpoint;
  return {
    kind: "step",
    checkpointId: config.configurable.checkpoint_id,
    step: metadata.step,
    values,
    next: next.map(nodeIdOf),
  };
}

function pausesOf(task: z.infer<typeof taskSchema> | undefined) {
  const interruptIds = task?.interrupts.flat().map(({ id }) => id) ?? [];
  return interruptIds.length > 0 ? { kind: "pauses" as const, interruptIds } : undefined;
}
