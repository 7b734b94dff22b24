import type { Channel } from "@/workflows/graph/channel";
import type { GraphDocument } from "@/workflows/graph/document";
import { graphFormat } from "@/workflows/graph/format";
import type { Pin } from "@/workflows/graph/pin";
import { own } from "@/workflows/graph/record";
import type { Choice, Conflict, Three } from "./conflict";
import { Decider, mergeRecord } from "./decide";
import { mergeEdges } from "./merge-edges";
import { mergeLayout } from "./merge-layout";
import { mergeNodes } from "./merge-nodes";

/** Two edited copies of one document made one, and what only a person can decide. */
export interface Merge {
  /** With what `theirs` says wherever there is a conflict. */
  document: GraphDocument;
  conflicts: Conflict[];
  documents: Three<GraphDocument>;
}

/**
 * Merges two copies that were edited apart: thing by thing, the one that changed it wins. Where both changed it, each
 * otherwise, it is a conflict; see `resolve`.
 */
export function merge3(base: GraphDocument, mine: GraphDocument, theirs: GraphDocument): Merge {
  const documents = { base, mine, theirs };
  return { ...merged(documents, {}), documents };
}

/** The merged document once conflicts are decided, by their ids; those that are not keep what `theirs` says. */
export function resolve(merge: Merge, choices: Readonly<Record<string, Choice>>): GraphDocument {
  return merged(merge.documents, choices).document;
}

function merged(
  documents: Three<GraphDocument>,
  choices: Readonly<Record<string, Choice>>,
): Omit<Merge, "documents"> {
  const decider = new Decider(choices);
  const parts = <Part extends keyof GraphDocument>(part: Part): Three<GraphDocument[Part]> => ({
    base: documents.base[part],
    mine: documents.mine[part],
    theirs: documents.theirs[part],
  });
  const settings = decider.decide({ id: "settings", part: "settings" }, parts("settings"));
  const channels = mergeRecord<Channel>(parts("channels"), (channel, three) =>
    decider.decide({ id: `channel:${channel}`, part: "channel", channel }, three),
  );
  const nodes = mergeNodes(documents, decider);
  const edges = mergeEdges(documents, nodes, decider);
  const layout = mergeLayout(parts("layout"), nodes.nodes, decider);
  const pins = mergeRecord<Pin>(
    parts("pins"),
    (nodeId, three) =>
      own(nodes.nodes, nodeId) && decider.decide({ id: `pin:${nodeId}`, part: "pin", nodeId }, three),
  );
  const document: GraphDocument = {
    format: graphFormat,
    settings,
    channels,
    nodes: nodes.nodes,
    edges,
    layout,
    pins,
  };
  return { document, conflicts: decider.conflicts };
}
