import type { Group } from "./layout";

type Groups = Readonly<Record<string, Group>>;

/** Groups that hold one of these nodes. */
export function groupsOf(groups: Groups, nodeIds: ReadonlySet<string>): [id: string, group: Group][] {
  return Object.entries(groups).filter(([, group]) => group.nodes.some((id) => nodeIds.has(id)));
}

/** The groups with these nodes taken out; one that is left empty is gone. Shares what does not change. */
export function withoutNodes(groups: Groups, nodeIds: ReadonlySet<string>): Record<string, Group> {
  const shrunk = new Map(groupsOf(groups, nodeIds));
  if (shrunk.size === 0) return groups;
  return Object.fromEntries(
    Object.entries(groups).flatMap(([id, group]): [string, Group][] => {
      if (!shrunk.has(id)) return [[id, group]];
      const nodes = group.nodes.filter((nodeId) => !nodeIds.has(nodeId));
      return nodes.length > 0 ? [[id, { ...group, nodes }]] : [];
    }),
  );
}

/** Only nodes that exist, each in one group at most: the first by id has it. */
export function tidyGroups(groups: Groups, exists: (nodeId: string) => boolean): Record<string, Group> {
  const taken = new Set<string>();
  const tidy = Object.entries(groups)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, group]): [string, Group] => {
      const nodes = [...new Set(group.nodes)].filter((nodeId) => exists(nodeId) && !taken.has(nodeId));
      for (const nodeId of nodes) taken.add(nodeId);
      return [id, nodes.length === group.nodes.length ? group : { ...group, nodes }];
    });
  return Object.fromEntries(tidy.filter(([, group]) => group.nodes.length > 0));
}
