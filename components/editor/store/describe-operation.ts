import type { GraphDocument } from "@/workflows/graph/document";
import type { Edge } from "@/workflows/graph/edge";
import type { SingleOperation } from "@/workflows/graph/operation";
import { edgeTitle } from "./edge-title";

/** What an operation does, in words; `subject` is the thing it is about, so that a list can be grouped. */
export interface Described {
  subject: string;
  words: string;
}

/** Where the titles of nodes and the ends of edges are looked up. */
export type Names = Pick<GraphDocument, "nodes" | "edges">;

/** Names come from `document`, which may lack what the operation is about. */
export function describeOperation(step: SingleOperation, document: Names): Described {
  const node = (id: string) => document.nodes[id]?.title ?? id;
  const edge = (drawn: Edge) => edgeTitle(drawn, document.nodes);
  switch (step.op) {
    case "node.add":
      return { subject: step.node.title, words: "added" };
    case "node.remove":
      return { subject: node(step.id), words: "deleted" };
    case "node.title":
      return { subject: node(step.id), words: `renamed to “${step.title}”` };
    case "node.configure":
      return { subject: node(step.id), words: `changed ${keysOf(step.set, step.unset)}` };
    case "node.policy":
      return { subject: node(step.id), words: "changed retries, time limit or what happens on an error" };
    case "node.note":
      return {
        subject: node(step.id),
        words: step.note === undefined ? "removed the note" : "changed the note",
      };
    case "node.disable":
      return { subject: node(step.id), words: step.disabled ? "turned off" : "turned on" };
    case "node.pin":
      return { subject: node(step.id), words: step.pin ? "pinned its output" : "unpinned its output" };
    case "group.set":
      return step.group
        ? { subject: step.group.title || "A group", words: "grouped" }
        : { subject: "A group", words: "dissolved" };
    case "sticky.set":
      return { subject: "A sticky note", words: step.sticky ? "written or moved" : "removed" };
    case "node.move":
      return { subject: Object.keys(step.positions).map(node).join(", "), words: "moved" };
    case "edge.add":
      return { subject: edge(step.edge), words: "connected" };
    case "edge.update":
      return {
        subject: edge(step.edge),
        words: step.edge.cap === undefined ? "changed" : `at most ${step.edge.cap} times a run`,
      };
    case "edge.remove": {
      const known = document.edges[step.id];
      return { subject: known ? edge(known) : "A connection", words: "disconnected" };
    }
    case "channel.add":
      return { subject: `Channel ${step.name}`, words: `added (${step.channel.type})` };
    case "channel.update":
      return { subject: `Channel ${step.name}`, words: `${step.channel.type}, ${step.channel.reducer}` };
    case "channel.remove":
      return { subject: `Channel ${step.name}`, words: "deleted" };
    case "node.inside":
      return { subject: node(step.at[0] ?? ""), words: "changed inside" };
    case "settings.update":
      return { subject: "Agent", words: "changed the limits of a run" };
  }
}

function keysOf(set: object, unset: readonly string[]): string {
  return [...Object.keys(set), ...unset].join(", ");
}
