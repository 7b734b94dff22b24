import type { Channel } from "@/workflows/graph/channel";
import type { Settings } from "@/workflows/graph/document";
import type { Edge } from "@/workflows/graph/edge";
import type { Json } from "@/workflows/graph/json";
import type { Group, Sticky } from "@/workflows/graph/layout";
import type { Node, Policy } from "@/workflows/graph/node";
import type { Pin } from "@/workflows/graph/pin";

export type Choice = "mine" | "theirs";

/** What two people can have changed differently: a whole thing, or a part of a node. */
export type ConflictValue =
  | Json
  | Settings
  | Channel
  | Node
  | Policy
  | Edge
  | Pin
  | Sticky
  | Pick<Group, "title" | "color">;

/** Something that both sides changed, each otherwise. Undefined values are things that are not there. */
export interface Conflict {
  /** The same for the same conflict of the same documents, e.g. `node:write:config.prompt`. */
  id: string;
  part: "settings" | "channel" | "node" | "field" | "edge" | "pin" | "group" | "sticky";
  nodeId?: string;
  edgeId?: string;
  channel?: string;
  groupId?: string;
  stickyId?: string;
  /** Of a node, where only a part of it is in conflict: `title`, `note`, `policy`, `disabled`, `config.prompt`. */
  field?: string;
  base: ConflictValue | undefined;
  mine: ConflictValue | undefined;
  theirs: ConflictValue | undefined;
}

/** Where and what a conflict would be, before it is known whether there is one. */
export type ConflictPlace = Omit<Conflict, "base" | "mine" | "theirs">;

/** One thing in the three documents. */
export interface Three<Value, Base = Value> {
  base: Base;
  mine: Value;
  theirs: Value;
}
