import { AppError } from "@/workflows/errors/app-error";
import type { GraphDocument } from "@/workflows/graph/document";

/** Characters of JSON; a draft beyond them would no longer open smoothly. */
const mostCharacters = 4_000_000;
/** Twice what the editor is measured with; each change is checked against the whole graph, for everybody in one process. */
export const mostNodes = 2_000;

/** @throws AppError too_large */
export function requireSize(document: GraphDocument): void {
  const nodes = Object.keys(document.nodes).length;
  if (nodes > mostNodes) {
    throw new AppError("too_large", `The graph would have ${nodes} nodes; it may have ${mostNodes}.`, {
      hint: "Move parts of it into subgraphs or agents of their own.",
    });
  }
  if (JSON.stringify(document).length > mostCharacters) {
    throw new AppError("too_large", "The graph would become too large to save.", {
      hint: "Move long texts out of the graph, or split it into several agents.",
    });
  }
}
