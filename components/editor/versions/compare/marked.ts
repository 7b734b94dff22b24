import { createContext, useContext } from "react";
import type { Change } from "../changes/changes";

/** How things on the canvas changed, by id. */
export interface Marked {
  nodes: ReadonlyMap<string, Change["kind"]>;
  edges: ReadonlyMap<string, Change["kind"]>;
}

const MarkedContext = createContext<Marked>({ nodes: new Map(), edges: new Map() });

/** Tells cards and edges below how they changed. */
export const MarkedProvider = MarkedContext;

export function useMarked(): Marked {
  return useContext(MarkedContext);
}

export function markedOf(changes: readonly Change[]): Marked {
  const of = (part: Change["part"]) =>
    new Map(changes.flatMap((change) => (change.part === part ? [[change.id, change.kind] as const] : [])));
  return { nodes: of("node"), edges: of("edge") };
}
