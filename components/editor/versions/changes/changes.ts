import { edgeTitle } from "@/components/editor/store/edge-title";
import {
  type FieldChange,
  fieldChanges,
  type GraphComparison,
  type ItemChange,
} from "@/workflows/graph/compare";
import type { GraphDocument } from "@/workflows/graph/document";

/** One thing that two graphs do not have in common. */
export interface Change {
  /** For addresses and lists: `node:ask`, `edge:e1`, `channel:answer`, `settings`. */
  key: string;
  part: "settings" | "channel" | "node" | "edge";
  /** The id of the node or edge, the name of the channel. */
  id: string;
  kind: ItemChange<object>["kind"];
  title: string;
  /** The type of the node, of whose form the fields are. */
  nodeType?: string;
  /** Place by place; of a thing that is new or gone, everything there is or was. */
  fields: readonly FieldChange[];
}

/** What differs, in the order in which one reads it: the agent, its channels, nodes from left to right, edges. */
export function changesOf(comparison: GraphComparison, union: GraphDocument): Change[] {
  const { settings, channels, nodes, edges } = comparison;
  const places = union.layout.nodes;
  const order = (id: string) => places[id] ?? { x: 0, y: 0 };
  const byPlace = Object.entries(nodes).sort(
    ([one], [other]) => order(one).x - order(other).x || order(one).y - order(other).y,
  );
  return [
    ...(settings.length > 0 ? [settingsChange(settings)] : []),
    ...Object.entries(channels).map(([id, change]) =>
      changeOf({ key: `channel:${id}`, part: "channel", id, title: `Channel ${id}` }, change),
    ),
    ...byPlace.map(([id, change]) => {
      const node = change.kind === "removed" ? change.before : change.after;
      return changeOf(
        { key: `node:${id}`, part: "node", id, title: node.title, nodeType: node.type },
        change,
        inside,
      );
    }),
    ...Object.entries(edges).map(([id, change]) => {
      const edge = change.kind === "removed" ? change.before : change.after;
      return changeOf({ key: `edge:${id}`, part: "edge", id, title: edgeTitle(edge, union.nodes) }, change);
    }),
  ];
}

function settingsChange(fields: readonly FieldChange[]): Change {
  return {
    key: "settings",
    part: "settings",
    id: "settings",
    kind: "changed",
    title: "Limits of a run",
    fields,
  };
}

/** What a node that is not there is held against, so that its settings are listed one by one. */
const inside = { config: {}, policy: {} };

function changeOf<Item extends object>(
  about: Omit<Change, "kind" | "fields">,
  change: ItemChange<Item>,
  nothing: object = {},
): Change {
  const fields =
    change.kind === "changed"
      ? change.fields
      : change.kind === "added"
        ? fieldChanges(nothing, change.after)
        : fieldChanges(change.before, nothing);
  return { ...about, kind: change.kind, fields };
}
