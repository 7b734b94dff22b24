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

const chunkSchema = z.union([
  z.tuple([z.literal("checkpoints"), checkpointSchema]),
  z.tuple([z.literal("tasks"), taskSchema]),
]);

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
  const parsed = chunkSchema.safeParse(chunk);
  if (!parsed.success) return undefined;
  const [mode, payload] = parsed.data;
  if (mode === "checkpoints") {
    return {
      kind: "step",
      checkpointId: payload.config.configurable.checkpoint_id,
      step: payload.metadata.step,
      values: payload.values,
      next: payload.next.map(nodeIdOf),
    };
  }
  const interruptIds = payload.interrupts.flat().map(({ id }) => id);
  return interruptIds.length > 0 ? { kind: "pauses", interruptIds } : undefined;
}
