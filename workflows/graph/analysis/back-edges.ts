import type { Adjacency, Link } from "./adjacency";

/**
 * Ids of the edges that lead back to a node still on the path from the start: the ones that make loops. Without
 * them the graph has no cycle. Depth first in id order from `starts`, then from what they do not reach, so the
 * same graph always gives the same edges.
 */
export function backEdges(adjacency: Adjacency, starts: readonly string[]): Set<string> {
  const back = new Set<string>();
  const state = new Map<string, "open" | "done">();
  for (const root of [...starts, ...adjacency.ids]) {
    if (!state.has(root)) search(adjacency, root, state, back);
  }
  return back;
}

interface Frame {
  id: string;
  links: readonly Link[];
  next: number;
}

/** A stack in place of recursion: a chain of ten thousand nodes must not overflow. */
function search(
  adjacency: Adjacency,
  root: string,
  state: Map<string, "open" | "done">,
  back: Set<string>,
): void {
  const stack: Frame[] = [{ id: root, links: adjacency.from(root), next: 0 }];
  state.set(root, "open");
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const link = frame.links[frame.next];
    frame.next += 1;
    if (!link) {
      state.set(frame.id, "done");
      stack.pop();
    } else if (state.get(link.target) === "open") {
      back.add(link.id);
    } else if (!state.has(link.target)) {
      state.set(link.target, "open");
      stack.push({ id: link.target, links: adjacency.from(link.target), next: 0 });
    }
  }
}
