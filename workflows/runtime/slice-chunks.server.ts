import { nodeIdOf } from "@/workflows/compile/node-name";

/** A superstep is complete; `values` holds the channels, `next` the nodes that follow. */
export interface StepChunk {
  kind: "step";
  /** The last stored one: where not every step is stored, none or an earlier step's. */
  checkpointId: string | undefined;
  step: number;
  values: Record<string, unknown>;
  next: string[];
}

/**
 * What a chunk of LangGraph's stream (modes `checkpoints` and `tasks`) tells the runtime; often nothing. Read by hand: a
 * schema would walk through the whole state after every step.
 */
export function readChunk(
  chunk: unknown,
): StepChunk | { kind: "pauses"; interruptIds: string[] } | undefined {
  const [mode, payload]: unknown[] = Array.isArray(chunk) ? chunk : [];
  if (!isRecord(payload)) return undefined;
  if (mode === "checkpoints") return stepOf(payload);
  return mode === "tasks" ? pausesOf(payload) : undefined;
}

function stepOf({ config, metadata, values, next }: Record<string, unknown>): StepChunk | undefined {
  if (!isRecord(config) || !isRecord(config.configurable)) return undefined;
  if (!isRecord(metadata) || typeof metadata.step !== "number") return undefined;
  if (!isRecord(values) || !isTexts(next)) return undefined;
  const id = config.configurable.checkpoint_id;
  return {
    kind: "step",
    checkpointId: typeof id === "string" ? id : undefined,
    step: metadata.step,
    values,
    next: next.map(nodeIdOf),
  };
}

/** LangGraph lists the pauses of a task, or a list for each of its attempts. */
function pausesOf({ interrupts }: Record<string, unknown>) {
  const pauses: unknown[] = Array.isArray(interrupts) ? interrupts.flat() : [];
  const interruptIds = pauses.flatMap((pause) =>
    isRecord(pause) && typeof pause.id === "string" ? [pause.id] : [],
  );
  return interruptIds.length > 0 ? { kind: "pauses" as const, interruptIds } : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
