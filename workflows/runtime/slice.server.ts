import { GraphDrained, type RunControl } from "@langchain/langgraph";
import { type RunBinding, runBindingKey } from "@/workflows/compile/run-binding";
import type { Stops } from "@/workflows/travel/breakpoint";
import type { CompiledAgent } from "./graph";
import { readChunk, type StepChunk } from "./slice-chunks.server";

export interface SliceOptions {
  agent: CompiledAgent;
  /** First state, a Command that resumes, or null: go on from the thread's last checkpoint. */
  input: unknown;
  binding: RunBinding;
  /** More keys for `config.configurable`, e.g. the checkpointer's fence. */
  configurable?: Record<string, unknown>;
  /** Aborts what runs, also inside a model call. */
  signal: AbortSignal;
  /** Asks to stop at the end of the current superstep. */
  control: RunControl;
  onStep(step: StepChunk): void;
  /** Where it stops between two supersteps, by node id. */
  stops?: Stops | undefined;
}

/** How a slice ended. Failures and aborts throw. */
export type SliceOutcome =
  | { kind: "finished"; values: Record<string, unknown> }
  | { kind: "interrupted"; interruptIds: string[] }
  /** Stopped between supersteps where it was to; these nodes come next. */
  | { kind: "stopped"; next: string[] }
  /** Stopped between supersteps because it was asked to; goes on from its checkpoint. */
  | { kind: "drained" };

/**
 * Runs a graph until it ends, waits for people or is asked to stop: one stretch of work of one worker.
 * @throws what a node failed with, explained by the agent
 */
export async function runSlice(options: SliceOptions): Promise<SliceOutcome> {
  let last: StepChunk | undefined;
  const pauses: string[] = [];
  try {
    for await (const chunk of await openStream(options)) {
      const seen = readChunk(chunk);
      if (seen?.kind === "step") {
        last = seen;
        options.onStep(seen);
      }
      if (seen?.kind === "pauses") pauses.push(...seen.interruptIds);
    }
  } catch (error) {
    if (error instanceof GraphDrained) return { kind: "drained" };
    throw options.agent.explain(error);
  }
  options.signal.throwIfAborted();
  if (pauses.length > 0) return { kind: "interrupted", interruptIds: pauses };
  if (options.stops && last && last.next.length > 0) return { kind: "stopped", next: last.next };
  return { kind: "finished", values: last?.values ?? {} };
}

function openStream({ agent, input, binding, configurable, signal, control, stops }: SliceOptions) {
  return agent.graph.stream(input, {
    configurable: { ...configurable, thread_id: binding.threadId, [runBindingKey]: binding },
    signal,
    control,
    recursionLimit: agent.recursionLimit,
    streamMode: ["checkpoints", "tasks"],
    durability: agent.durability,
    ...(stops && interrupts(agent, stops)),
  });
}

function interrupts({ nameOf }: CompiledAgent, { before, after }: Stops) {
  const named = (ids: readonly string[]) => ids.map((id) => nameOf(id));
  return { interruptBefore: before === "*" ? before : named(before), interruptAfter: named(after) };
}
