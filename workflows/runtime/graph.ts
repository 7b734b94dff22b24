import type { Durability } from "@/workflows/graph/document";
import type { Json, JsonObject } from "@/workflows/graph/json";

/** What the runtime needs of a compiled LangGraph graph. */
export interface RunnableGraph {
  stream(input: unknown, options: Record<string, unknown>): Promise<AsyncIterable<unknown>>;
}

/** A graph document, compiled and ready for any number of runs. */
export interface CompiledAgent {
  graph: RunnableGraph;
  /** Supersteps a slice may take. */
  recursionLimit: number;
  /** Wall-clock bound of a run, pauses not counted, milliseconds. */
  timeoutMs: number;
  /** When its state is stored. With `exit` a crash loses what was done since the run's start or its last pause. */
  durability: Durability;
  /** Input as the graph's first state. @throws AppError invalid_input, naming the channel */
  toState(input: JsonObject): unknown;
  /** What the graph's stream threw, as the run's problem where it is an expected one. */
  explain(error: unknown): unknown;
  /** Channels of the document as plain data. */
  plainState(values: Record<string, unknown>): JsonObject;
  /** What End declares, read from the last state. */
  outputOf(values: Record<string, unknown>): Json;
}
