import { batchOf } from "@/workflows/graph/apply";
import type { GraphDocument } from "@/workflows/graph/document";
import { nodeSchema } from "@/workflows/graph/node";
import type { Operation, SingleOperation } from "@/workflows/graph/operation";
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
  const changed = textsOf(document, definitions).flatMap(({ place, text }): PlacedText[] => {
    const after = replaced(text, byPlace.get(placeKey(place)) ?? [], replacement);
    return after === text ? [] : [{ place, text: after }];
  });
  const configs = Object.entries(document.nodes).flatMap(([id, node]) => {
    const edits = changed.flatMap(({ place, text }): ConfigEdit[] =>
      place.part === "config" && place.nodeId === id ? [{ keys: place.keys, value: text }] : [],
    );
    return configureWith(id, node.config, edits);
  });
  return batchOf([...changed.flatMap((text) => operationOf(document, text)), ...configs], "Replace");
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

/** Configs are put together apart, as one node may have many places. */
function operationOf(document: GraphDocument, { place, text }: PlacedText): SingleOperation[] {
  switch (place.part) {
    case "title": {
      const title = nodeSchema.shape.title.safeParse(text.trim().slice(0, 120));
      return title.success ? [{ op: "node.title", id: place.nodeId, title: title.data }] : [];
    }
    case "note":
      return [{ op: "node.note", id: place.nodeId, note: text.slice(0, 10_000) }];
    case "channel": {
      const channel = own(document.channels, place.channel);
      const description = text.slice(0, 500);
      return channel
        ? [{ op: "channel.update", name: place.channel, channel: { ...channel, description } }]
        : [];
    }
    case "group": {
      const group = own(document.layout.groups, place.groupId);
      return group
        ? [{ op: "group.set", id: place.groupId, group: { ...group, title: text.slice(0, 120) } }]
        : [];
    }
    case "sticky": {
      const sticky = own(document.layout.stickies, place.stickyId);
      return sticky
        ? [{ op: "sticky.set", id: place.stickyId, sticky: { ...sticky, text: text.slice(0, 10_000) } }]
        : [];
    }
    case "config":
      return [];
  }
}
