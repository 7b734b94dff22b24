import type { Durability } from "@/workflows/graph/document";
import type { Json, JsonObject } from "@/workflows/graph/json";
import type { StateEdit } from "@/workflows/travel/state-edit";

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
  /** What it gets from outside is kept, so that its runs can be replayed. */
  isRecorded: boolean;
  /** Input as the graph's first state. @throws AppError invalid_input, naming the channel */
  toState(input: JsonObject): Record<string, unknown>;
  /** The same on top of values that were there before. @throws AppError invalid_input, naming the channel */
  stateAfter(before: JsonObject, state: Record<string, unknown>): Record<string, unknown>;
  /** What edits make of a stored state: values of the channels that change. @throws AppError invalid_input */
  editState(
    values: Readonly<Record<string, unknown>>,
    edits: readonly StateEdit[],
    runId: string,
  ): Record<string, unknown>;
  /** What LangGraph calls a node. */
  nameOf: (nodeId: string) => string;
  /** What the graph's stream threw, as the run's problem where it is an expected one. */
  explain(error: unknown): unknown;
  /** Channels of the document as plain data. */
  plainState(values: Record<string, unknown>): JsonObject;
  /** What End declares, read from the last state. */
  outputOf(values: Record<string, unknown>): Json;
}
