/** What stands on the canvas, connections aside. */
export interface Thing {
  kind: "node" | "group" | "sticky";
  id: string;
}

/** Ids of nodes, groups and notes may be the same; on the canvas each thing has a key of its own. A node's is its id. */
export const groupKey = (groupId: string) => `group:${groupId}`;
export const stickyKey = (stickyId: string) => `sticky:${stickyId}`;

/** The thing a key stands for. No id holds a colon. */
export function thingOf(key: string): Thing {
  const [kind, id] = key.split(":");
  if (id !== undefined && (kind === "group" || kind === "sticky")) return { kind, id };
  return { kind: "node", id: key };
}
