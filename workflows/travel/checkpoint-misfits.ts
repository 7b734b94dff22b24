import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import { own } from "@/workflows/graph/record";
import { channelValueProblem } from "@/workflows/nodes/channel-value";

/** A state that is to go on with another graph. */
export interface FoundState {
  /** The graph that made it. */
  document: GraphDocument;
  /** Values by channel, after all edits. */
  values: JsonObject;
  /** Nodes that go on from it. */
  next: readonly string[];
}

/** Why a state does not go with a graph, in words. An error keeps it from going on, a warning tells what is lost. */
export interface Misfit {
  severity: "error" | "warning";
  message: string;
  nodeId?: string;
  channel?: string;
}

/** Where a state would not do for a graph whose nodes and channels go by the same ids as those it was made with. */
export function checkpointMisfits(found: FoundState, graph: GraphDocument): Misfit[] {
  return [...nodeMisfits(found, graph), ...channelMisfits(found, graph)];
}

function nodeMisfits({ document, next }: FoundState, graph: GraphDocument): Misfit[] {
  return next.flatMap((nodeId): Misfit[] => {
    const was = own(document.nodes, nodeId);
    const node = own(graph.nodes, nodeId);
    const title = was?.title ?? nodeId;
    const misfit = (why: string): Misfit => ({
      severity: "error",
      nodeId,
      message: `“${title}” comes next here, and ${why}.`,
    });
    if (!node) return [misfit("the draft has no such node any more")];
    if (node.disabled) return [misfit("is turned off in the draft")];
    if (was && node.type !== was.type) return [misfit(`is of another type in the draft (${node.type})`)];
    return [];
  });
}

function channelMisfits({ document, values }: FoundState, graph: GraphDocument): Misfit[] {
  return Object.entries(values).flatMap(([channel, value]): Misfit[] => {
    const was = own(document.channels, channel);
    const now = own(graph.channels, channel);
    if (!now) {
      return [
        {
          severity: "warning",
          channel,
          message: `The draft has no channel “${channel}” any more: its value is left out.`,
        },
      ];
    }
    if (now.type !== was?.type && (now.type === "messages" || was?.type === "messages")) {
      return [changed(channel, was?.type ?? "nothing", now.type)];
    }
    const problem = value === null ? undefined : channelValueProblem(now.type, value);
    return problem ? [changed(channel, was?.type ?? "any", now.type)] : [];
  });
}

function changed(channel: string, was: string, now: string): Misfit {
  return {
    severity: "error",
    channel,
    message: `The channel “${channel}” holds ${was} here, and the draft wants ${now}.`,
  };
}
