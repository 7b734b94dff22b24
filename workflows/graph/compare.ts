import { meaningInside } from "./canonical";
import type { Channel } from "./channel";
import type { GraphDocument, Settings } from "./document";
import type { Edge } from "./edge";
import { mapInnerGraphs } from "./inner-graphs";
import type { Json } from "./json";
import type { Node } from "./node";
import { own } from "./record";
import { sameJson } from "./same-json";

/** A place inside a thing that is not what it was; undefined stands for nothing there. */
export interface FieldChange {
  /** Dotted path, e.g. `config.conditions.0.when`. */
  field: string;
  before: Json | undefined;
  after: Json | undefined;
}

export type ItemChange<Item> =
  | { kind: "added"; after: Item }
  | { kind: "removed"; before: Item }
  | { kind: "changed"; before: Item; after: Item; fields: FieldChange[] };

/** What of two graphs means something else, by id or name; what is the same is left out. */
export interface GraphComparison {
  nodes: Record<string, ItemChange<Node>>;
  edges: Record<string, ItemChange<Edge>>;
  channels: Record<string, ItemChange<Channel>>;
  settings: FieldChange[];
}

/**
 * How the meaning of one graph differs from another, also of the graphs inside its nodes. Layout and pins mean nothing, so a moved node is not changed,
 * and an edge that was drawn anew on the same way is the same edge.
 */
export function compare(given: GraphDocument, next: GraphDocument): GraphComparison {
  const before = mapInnerGraphs(given, meaningInside);
  const after = mapInnerGraphs(next, meaningInside);
  return {
    nodes: items(before.nodes, after.nodes),
    edges: items(before.edges, likeBefore(before.edges, after.edges)),
    channels: items(before.channels, after.channels),
    settings: fieldChanges<Settings>(before.settings, after.settings),
  };
}

/** Whether there is nothing to show. */
export function isSame({ nodes, edges, channels, settings }: GraphComparison): boolean {
  return settings.length === 0 && [nodes, edges, channels].every((part) => Object.keys(part).length === 0);
}

/** The places at which two values differ, as deep as both have the same shape. */
export function fieldChanges<Value extends object>(before: Value, after: Value): FieldChange[] {
  const found: FieldChange[] = [];
  compareAt("", before, after, found);
  return found;
}

function items<Item extends object>(
  before: Readonly<Record<string, Item>>,
  after: Readonly<Record<string, Item>>,
): Record<string, ItemChange<Item>> {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return Object.fromEntries(
    ids.flatMap((id): [string, ItemChange<Item>][] => {
      const change = itemChange(own(before, id), own(after, id));
      return change ? [[id, change]] : [];
    }),
  );
}

function itemChange<Item extends object>(
  before: Item | undefined,
  after: Item | undefined,
): ItemChange<Item> | undefined {
  if (!before) return after && { kind: "added", after };
  if (!after) return { kind: "removed", before };
  const fields = fieldChanges(before, after);
  return fields.length > 0 ? { kind: "changed", before, after, fields } : undefined;
}

/** The edges of `after`, those on a way that an edge of `before` had under that one's id. */
export function likeBefore(
  before: Readonly<Record<string, Edge>>,
  after: Readonly<Record<string, Edge>>,
): Record<string, Edge> {
  const gone = new Map(
    Object.entries(before)
      .filter(([id]) => !own(after, id))
      .map(([id, edge]) => [wayOf(edge), id]),
  );
  return Object.fromEntries(
    Object.entries(after).map(([id, edge]) => {
      const known = own(before, id) ? undefined : gone.get(wayOf(edge));
      return [known ?? id, edge];
    }),
  );
}

function wayOf({ source, port, target }: Edge): string {
  return JSON.stringify([source, port, target]);
}

function compareAt(path: string, before: unknown, after: unknown, found: FieldChange[]): void {
  const [one, other] = [entriesOf(before), entriesOf(after)];
  if (!one || !other || Array.isArray(before) !== Array.isArray(after)) {
    if (!sameJson(jsonOf(before), jsonOf(after))) {
      found.push({ field: path, before: jsonOf(before), after: jsonOf(after) });
    }
    return;
  }
  for (const key of new Set([...one.keys(), ...other.keys()])) {
    compareAt(path === "" ? key : `${path}.${key}`, one.get(key), other.get(key), found);
  }
}

function entriesOf(value: unknown): Map<string, unknown> | undefined {
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)) : undefined;
}

/** Documents hold nothing but JSON. */
function jsonOf(value: unknown): Json | undefined {
  return value as Json | undefined;
}
