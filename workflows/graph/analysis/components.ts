import type { Adjacency } from "./adjacency";

/**
 * Strongly connected components: groups of nodes that can all reach one another. Each sorted by id; groups in
 * order of their first node. Kosaraju's algorithm: finishing order forwards, then one search backwards per group.
 */
export function components(adjacency: Adjacency): string[][] {
  const assigned = new Set<string>();
  const groups: string[][] = [];
  for (const root of finishingOrder(adjacency).reverse()) {
    if (assigned.has(root)) continue;
    const group: string[] = [root];
    assigned.add(root);
    for (const id of group) {
      for (const { source } of adjacency.into(id)) {
        if (assigned.has(source)) continue;
        assigned.add(source);
        group.push(source);
      }
    }
    groups.push(group.sort());
  }
  return groups.sort(([one = ""], [other = ""]) => (one < other ? -1 : 1));
}

/** The components that hold a cycle: several nodes, or one with an edge to itself. */
export function cycles(adjacency: Adjacency): string[][] {
  return components(adjacency).filter(
    ([first = "", ...more]) => more.length > 0 || adjacency.from(first).some((link) => link.target === first),
  );
}

function finishingOrder(adjacency: Adjacency): string[] {
  const seen = new Set<string>();
  const order: string[] = [];
  for (const root of adjacency.ids) {
    if (seen.has(root)) continue;
    seen.add(root);
    const stack = [{ id: root, next: 0 }];
    for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
      const link = adjacency.from(frame.id)[frame.next];
      frame.next += 1;
      if (!link) {
        order.push(frame.id);
        stack.pop();
      } else if (!seen.has(link.target)) {
        seen.add(link.target);
        stack.push({ id: link.target, next: 0 });
      }
    }
  }
  return order;
}
