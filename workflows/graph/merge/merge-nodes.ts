import type { GraphDocument } from "@/workflows/graph/document";
import type { Json } from "@/workflows/graph/json";
import type { Node } from "@/workflows/graph/node";
import { own } from "@/workflows/graph/record";
import { sameJson } from "@/workflows/graph/same-json";
import type { Choice, ConflictPlace, ConflictValue, Three } from "./conflict";
import { changedSide, type Decider, mergeRecord } from "./decide";

export interface MergedNodes {
  nodes: Record<string, Node>;
  /** Nodes that one side deleted and the other changed, and which side stands. */
  decided: ReadonlyMap<string, Choice>;
}

/** Nodes part by part; one that was deleted here and changed there is a person's to decide. */
export function mergeNodes(documents: Three<GraphDocument>, decider: Decider): MergedNodes {
  const decided = new Map<string, Choice>();
  const tables = {
    base: documents.base.nodes,
    mine: documents.mine.nodes,
    theirs: documents.theirs.nodes,
  };
  const nodes = mergeRecord<Node>(tables, (id, node) => {
    const { base, mine, theirs } = node;
    if (mine && theirs) return bothHave(id, { base, mine, theirs }, decider);
    const keeper: Choice = mine ? "mine" : "theirs";
    const kept = mine ?? theirs;
    if (!base || !kept) return kept;
    if (!isTouched(id, documents.base, documents[keeper])) return undefined;
    const choice = decider.ask({ id: `node:${id}`, part: "node", nodeId: id }, node);
    decided.set(id, choice);
    return choice === keeper ? kept : undefined;
  });
  return { nodes, decided };
}

/** Whether a side did something with the node that would be lost with it. */
function isTouched(id: string, base: GraphDocument, side: GraphDocument): boolean {
  const edges = Object.entries(side.edges).filter(([, edge]) => edge.source === id || edge.target === id);
  return (
    !sameJson(own(base.nodes, id), own(side.nodes, id)) ||
    edges.some(([edgeId, edge]) => !sameJson(own(base.edges, edgeId), edge))
  );
}

function bothHave(id: string, three: Three<Node, Node | undefined>, decider: Decider): Node {
  const part = <Value extends ConflictValue | undefined>(field: string, of: (node: Node) => Value) =>
    decider.decide(placeOf(id, field), each(three, of));
  const note = part("note", (node) => node.note);
  const disabled = part("disabled", (node) => node.disabled);
  return {
    ...mergeCore(id, three, decider),
    title: part("title", (node) => node.title),
    policy: part("policy", (node) => node.policy),
    ...(note === undefined ? {} : { note }),
    ...(disabled === undefined ? {} : { disabled }),
  };
}

type Core = Pick<Node, "type" | "typeVersion" | "config">;

/** Settings key by key, as long as both sides mean the same type by them. */
function mergeCore(id: string, three: Three<Node, Node | undefined>, decider: Decider): Core {
  const { base, mine, theirs } = three;
  if (mine.type !== theirs.type || mine.typeVersion !== theirs.typeVersion) {
    const side =
      changedSide(each(three, coreOf)) ?? decider.ask({ id: `node:${id}`, part: "node", nodeId: id }, three);
    return coreOf(three[side]);
  }
  const configs = { base: base?.config ?? {}, mine: mine.config, theirs: theirs.config };
  const config = mergeRecord<Json>(configs, (key, values) =>
    decider.decide(placeOf(id, `config.${key}`), values),
  );
  return { type: theirs.type, typeVersion: theirs.typeVersion, config };
}

function coreOf({ type, typeVersion, config }: Node): Core {
  return { type, typeVersion, config };
}

function each<Value>(
  { base, mine, theirs }: Three<Node, Node | undefined>,
  of: (node: Node) => Value,
): Three<Value, Value | undefined> {
  return { base: base && of(base), mine: of(mine), theirs: of(theirs) };
}

function placeOf(nodeId: string, field: string): ConflictPlace {
  return { id: `node:${nodeId}:${field}`, part: "field", nodeId, field };
}
