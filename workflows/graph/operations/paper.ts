import { groupsOf, withoutNodes } from "@/workflows/graph/groups";
import type { Group, Layout, Sticky } from "@/workflows/graph/layout";
import { own, withEntry, withoutKeys } from "@/workflows/graph/record";
import { ok } from "@/workflows/graph/result";
import type { OperationHandler, OperationOf } from "./handler";
import { unknownNode } from "./node-life";
import { refuse } from "./problem";

export const setGroup: OperationHandler<OperationOf<"group.set">> = {
  apply(document, { id, group }) {
    const { layout } = document;
    const inLayout = (groups: Layout["groups"]) => ok({ ...document, layout: { ...layout, groups } });
    const [first] = group?.nodes ?? [];
    if (!group || first === undefined) {
      if (!own(layout.groups, id)) return refuse("group_unknown", {}, `There is no group "${id}" any more.`);
      return inLayout(withoutKeys(layout.groups, [id]));
    }
    const nodes = [...new Set(group.nodes)].filter((nodeId) => own(document.nodes, nodeId));
    if (nodes.length === 0) return unknownNode(first);
    const others = withoutNodes(withoutKeys(layout.groups, [id]), new Set(nodes));
    return inLayout(withEntry(others, id, { ...group, nodes }));
  },
  invert({ layout }, { id, group }) {
    const before = groupsOf(withoutKeys(layout.groups, [id]), new Set(group?.nodes));
    return [
      { op: "group.set", id, group: own(layout.groups, id) ?? null },
      ...before.map(([other, was]) => ({ op: "group.set" as const, id: other, group: was })),
    ];
  },
  coalesce(first, second) {
    const sameGesture =
      first.id === second.id &&
      first.group &&
      second.group &&
      differOnlyIn<Group>(["title"], first.group, second.group);
    return sameGesture ? second : undefined;
  },
};

export const setSticky: OperationHandler<OperationOf<"sticky.set">> = {
  apply(document, { id, sticky }) {
    const { layout } = document;
    const { stickies } = layout;
    if (!sticky && !own(stickies, id))
      return refuse("sticky_unknown", {}, `There is no sticky note "${id}" any more.`);
    const after = sticky ? withEntry(stickies, id, sticky) : withoutKeys(stickies, [id]);
    return ok({ ...document, layout: { ...layout, stickies: after } });
  },
  invert: ({ layout }, { id }) => [{ op: "sticky.set", id, sticky: own(layout.stickies, id) ?? null }],
  coalesce(first, second) {
    if (first.id !== second.id || !first.sticky || !second.sticky) return undefined;
    const [one, other] = [first.sticky, second.sticky];
    const typing = differOnlyIn<Sticky>(["text"], one, other);
    const dragging = differOnlyIn<Sticky>(["x", "y", "width", "height"], one, other);
    return typing || dragging ? second : undefined;
  },
};

function differOnlyIn<Value extends object>(
  keys: readonly (keyof Value)[],
  one: Value,
  other: Value,
): boolean {
  const rest = (value: Value) => JSON.stringify(value, (key, inner) => (isIn(key) ? undefined : inner));
  const isIn = (key: string) => keys.some((known) => known === key);
  return rest(one) === rest(other);
}
