import type { Channel } from "@/workflows/graph/channel";
import type { Settings } from "@/workflows/graph/document";
import type { Node } from "@/workflows/graph/node";
import type { Pin } from "@/workflows/graph/pin";

/** Target of an edge that ends its path; LangGraph's own name for it. */
export const planEnd = "__end__";

/** Stands for Start where a run begins elsewhere; LangGraph's own name for where a run begins. */
export const planStart = "__start__";

/** Where a port leads: targets run in the next superstep, in parallel; `planEnd` ends this path. */
export interface PlanRoute {
  port: string;
  edges: PlanEdge[];
}

export interface PlanEdge {
  id: string;
  target: string;
  cap?: number;
  /** The drawn edges that make it, where it leads past disabled nodes; none where it leads out of what runs. */
  drawn?: readonly string[];
}

export interface PlanNode {
  id: string;
  /** The ids of the subgraphs it stands in and its own, `sub/inner`: how events, traces and problems name it. */
  address: string;
  /** Its name in LangGraph: the id, unless a channel has the same name. */
  name: string;
  node: Node;
  /** One for every port it can leave by, connected or not; a single one without caps makes plain edges. */
  routes: PlanRoute[];
  /** Waits until everything else that can still run has run (join of conditional branches). */
  deferred: boolean;
  /** Deferred nodes that lead to this deferred one: while one of them waits to run, so does this. */
  after: string[];
  /** Its result while the graph is tried out: the node itself does not run. */
  pin?: Pin;
  /** The graph that it runs as its own. */
  inside?: GraphPlan;
}

/**
 * A join that waits for each of its sources once. Start is never one of them: where it leads to the target as well,
 * its edge adds nothing to the waiting.
 */
export interface PlanJoin {
  sources: string[];
  target: string;
}

/** A graph document as LangGraph sees it. Pure data; equal documents give equal plans. */
export interface GraphPlan {
  settings: Settings;
  channels: Record<string, Channel>;
  startId: string;
  /** The node that a test run begins at in place of Start: its input is the channel values found there. */
  from?: string;
  /** Channels that Start declares, in order. */
  inputs: { channel: string; required: boolean }[];
  /** Channels that the End nodes declare, without repeats. */
  outputs: string[];
  /** Targets of Start's edges. */
  entry: PlanEdge[];
  endIds: string[];
  /** Every node but Start and End. */
  nodes: PlanNode[];
  joins: PlanJoin[];
}
