import { batchOf, stepsOf } from "@/workflows/graph/apply";
import type { GraphDocument } from "@/workflows/graph/document";
import { nodeSchema } from "@/workflows/graph/node";
import { factsOf } from "@/workflows/graph/node-facts";
import type { Operation, SingleOperation } from "@/workflows/graph/operation";
import { insideNode } from "@/workflows/graph/operations/inside-node";
import { own } from "@/workflows/graph/record";
import type { NodeDefinitions } from "@/workflows/nodes/ports";
import { type ConfigEdit, configureWith } from "./edit-config";
import type { TextMatch } from "./find-text";
import { type PlacedText, placeKey, textsOf } from "./places";

/**
 * The operation that puts a text in place of these matches. A match whose text has changed since it was found is left
 * out, and so is one that would leave a node without a title.
 */
export function replaceText(
  document: GraphDocument,
  matches: readonly TextMatch[],
  replacement: string,
  definitions: NodeDefinitions,
): Operation {
  const byPlace = Map.groupBy(matches, ({ place }) => placeKey(place));
  const here = textsOf(document, definitions).filter(({ place }) => place.at === undefined);
  const changed = here.flatMap(({ place, text }): PlacedText[] => {
    const after = replaced(text, byPlace.get(placeKey(place)) ?? [], replacement);
    return after === text ? [] : [{ place, text: after }];
  });
  const configs = Object.entries(document.nodes).flatMap(([id, node]) => {
    const edits = changed.flatMap(({ place, text }): ConfigEdit[] =>
      place.part === "config" && place.nodeId === id ? [{ keys: place.keys, value: text }] : [],
    );
    return configureWith(id, node.config, edits);
  });
  const inner = insideNodes(document, matches, replacement, definitions);
  return batchOf(
    [...changed.flatMap((text) => operationOf(document, text)), ...configs, ...inner],
    "Replace",
  );
}

function insideNodes(
  document: GraphDocument,
  matches: readonly TextMatch[],
  replacement: string,
  definitions: NodeDefinitions,
): SingleOperation[] {
  const byNode = Map.groupBy(matches, ({ place }) => place.at?.[0]);
  return Object.entries(document.nodes).flatMap(([id, node]) => {
    const graph = factsOf(node, definitions).subgraph?.graph;
    const there = byNode.get(id)?.map(oneOut);
    if (!graph || !there) return [];
    return stepsOf(replaceText(graph, there, replacement, definitions)).map((step) => insideNode(id, step));
  });
}

/** The match as the graph it stands in sees it, one graph further in. */
function oneOut({ place, ...match }: TextMatch): TextMatch {
  const { at = [], ...bare } = place;
  const rest = at.slice(1);
  return { ...match, place: rest.length > 0 ? { ...bare, at: rest } : bare };
}

function replaced(text: string, matches: readonly TextMatch[], replacement: string): string {
  return matches
    .filter(({ start, match }) => text.startsWith(match, start))
    .toSorted((one, other) => other.start - one.start)
    .reduce(
      (current, { start, match }) =>
        current.slice(0, start) + replacement + current.slice(start + match.length),
      text,
    );
}

/** Between characters: half of one could not be stored. */
function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}

/** Configs are put together apart, as one node may have many places. */
function operationOf(document: GraphDocument, { place, text }: PlacedText): SingleOperation[] {
  switch (place.part) {
    case "title": {
      const title = nodeSchema.shape.title.safeParse(cut(text.trim(), 120));
      return title.success ? [{ op: "node.title", id: place.nodeId, title: title.data }] : [];
    }
    case "note":
      return [{ op: "node.note", id: place.nodeId, note: cut(text, 10_000) }];
    case "channel": {
      const channel = own(document.channels, place.channel);
      const description = cut(text, 500);
      return channel
        ? [{ op: "channel.update", name: place.channel, channel: { ...channel, description } }]
        : [];
    }
    case "group": {
      const group = own(document.layout.groups, place.groupId);
      return group
        ? [{ op: "group.set", id: place.groupId, group: { ...group, title: cut(text, 120) } }]
        : [];
    }
    case "sticky": {
      const sticky = own(document.layout.stickies, place.stickyId);
      return sticky
        ? [{ op: "sticky.set", id: place.stickyId, sticky: { ...sticky, text: cut(text, 10_000) } }]
        : [];
    }
    case "config":
      return [];
  }
}
