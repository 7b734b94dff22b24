import type { BaseCallbackHandler } from "@langchain/core/callbacks/base";
import type { EventBody } from "@/workflows/events/event";
import type { ItemPlace } from "@/workflows/events/interrupt";
import type { Principal } from "@/workflows/graph/principal";
import type { RunRecording } from "@/workflows/recording/run-recording";

/** What a compiled graph, shared by many runs, needs to know of the one run it serves; travels in the config. */
export interface RunBinding {
  runId: string;
  threadId: string;
  /** Published agents on the call path above this run. */
  depth: number;
  /** For whom the run is made; absent where that is not known. */
  onBehalfOf?: Principal | undefined;
  /** That member or visitor, by id; absent where another system started the run. */
  person?: string | undefined;
  /** Span of the visit whose subgraph is running; none at the top. */
  parentSpanId?: string;
  /** The entries of lists on whose behalf the graph runs, outermost first; none in most graphs. */
  items?: readonly ItemScope[];
  /** Hands a fact to the recorder; never waits, never throws. */
  emit(body: EventBody, place: { node?: string; visit?: number; ns?: string[] }): void;
  /**
   * Listens to everything LangChain runs inside a node. Not given to the graph itself: there it would cost every
   * step, and hear of nothing that concerns the trace.
   */
  callbacks?: BaseCallbackHandler[];
  /** Visit number of a LangGraph task at a place: the same task, resumed or retried, keeps its number. */
  visitOf(place: string, taskId: string): number;
  /** How often a worker was lost while this task may have been acting: each time calls for a person's decision. */
  doubtsOf(taskId: string): number;
  /**
   * Resolves when every checkpoint so far is stored; nothing where that is so already. Whatever acts outside waits for it.
   * @throws what one of them was refused for
   */
  stored(): Promise<void> | undefined;
  /** Keeps what the run gets from outside, or gives it what another one got; absent: neither. */
  recording?: RunRecording | undefined;
  /** Resolves when everything emitted so far is stored; rejects when it cannot be. */
  secure(): Promise<void>;
}

/** One entry of a list, while the graph inside a node runs for it. */
export interface ItemScope {
  /** `node#visit[index]`, the node by its address; unique below the entries around it. */
  id: string;
  place: ItemPlace;
}

/** Key of the binding under `config.configurable`. */
export const runBindingKey = "signalbox_run";

/** Metadata on everything LangChain traces inside a node visit, so that a callback knows where it belongs. */
export const spanMetadataKeys = {
  span: "signalbox_span",
  node: "signalbox_node",
  visit: "signalbox_visit",
} as const;
/** The same for the entries of lists that the visit belongs to. */
export const itemsMetadataKey = "signalbox_items";
