import { tidyGroups } from "@/workflows/graph/groups";
import type { Group, Layout, Position, Sticky } from "@/workflows/graph/layout";
import type { Node } from "@/workflows/graph/node";
import { own } from "@/workflows/graph/record";
import { sameJson } from "@/workflows/graph/same-json";
import type { Three } from "./conflict";
import { type Decider, keysOf, mergeRecord, preferMine, valuesAt } from "./decide";

/** Places and groups without asking anybody: mine where both changed them. What is written is asked about. */
export function mergeLayout(
  layouts: Three<Layout>,
  nodes: Readonly<Record<string, Node>>,
  decider: Decider,
): Layout {
  const parts = <Part extends keyof Layout>(part: Part): Three<Layout[Part]> => ({
    base: layouts.base[part],
    mine: layouts.mine[part],
    theirs: layouts.theirs[part],
  });
  return {
    nodes: positions(parts("nodes"), nodes),
    groups: groups(parts("groups"), nodes, decider),
    stickies: mergeRecord<Sticky>(parts("stickies"), (id, three) =>
      decider.decide({ id: `sticky:${id}`, part: "sticky", stickyId: id }, three),
    ),
  };
}

function positions(
  places: Three<Layout["nodes"]>,
  nodes: Readonly<Record<string, Node>>,
): Record<string, Position> {
  return Object.fromEntries(
    Object.keys(nodes).map((id) => {
      const three = valuesAt(places, id);
      return [id, preferMine(three) ?? three.mine ?? three.theirs ?? three.base ?? { x: 0, y: 0 }];
    }),
  );
}

/** Who is in a group is merged node by node, so that one side may add and the other remove. */
function groups(
  tables: Three<Layout["groups"]>,
  nodes: Readonly<Record<string, Node>>,
  decider: Decider,
): Record<string, Group> {
  const members = membersOf(tables, nodes);
  const merged = keysOf(tables).flatMap((id): [string, Group][] => {
    const three = valuesAt(tables, id);
    const inside = ordered(three, members.get(id) ?? []);
    if (inside.length === 0) return [];
    const looks = { base: look(three.base), mine: look(three.mine), theirs: look(three.theirs) };
    const place = { id: `group:${id}`, part: "group", groupId: id } as const;
    const isOnBoth = three.mine !== undefined && three.theirs !== undefined;
    const chosen = isOnBoth ? decider.decide(place, looks) : (looks.mine ?? looks.theirs ?? looks.base);
    return chosen ? [[id, { ...chosen, nodes: inside }]] : [];
  });
  return tidyGroups(Object.fromEntries(merged), (id) => own(nodes, id) !== undefined);
}

/** Nodes by the group that each is in. */
function membersOf(
  tables: Three<Layout["groups"]>,
  nodes: Readonly<Record<string, Node>>,
): Map<string, string[]> {
  const groupBy = {
    base: groupByNode(tables.base),
    mine: groupByNode(tables.mine),
    theirs: groupByNode(tables.theirs),
  };
  const members = new Map<string, string[]>();
  for (const nodeId of Object.keys(nodes)) {
    const three = {
      base: groupBy.base.get(nodeId),
      mine: groupBy.mine.get(nodeId),
      theirs: groupBy.theirs.get(nodeId),
    };
    // Whom one side set free by dissolving a group, the other may have put into a new one.
    const groupId = preferMine(three) ?? (three.theirs === three.base ? undefined : three.theirs);
    if (groupId !== undefined) members.set(groupId, [...(members.get(groupId) ?? []), nodeId]);
  }
  return members;
}

function groupByNode(table: Layout["groups"]): Map<string, string> {
  return new Map(Object.entries(table).flatMap(([id, { nodes }]) => nodes.map((node) => [node, id])));
}

/** The members in the order of the side that did more than lose some, then in that of the other; the rest behind. */
function ordered({ base, mine, theirs }: Three<Group | undefined>, members: string[]): string[] {
  const left = base?.nodes.filter((id) => mine?.nodes.includes(id));
  const sides = sameJson(mine?.nodes, left) ? [theirs, mine] : [mine, theirs];
  const order = new Set([...sides.flatMap((side) => side?.nodes ?? []), ...members]);
  return [...order].filter((id) => members.includes(id));
}

function look(group: Group | undefined): Pick<Group, "title" | "color"> | undefined {
  return group && { title: group.title, color: group.color };
}
