import { notesAlong } from "@/components/canvas/layout/notes-along";
import { tidyPositions } from "@/components/canvas/layout/tidy";
import type { GraphDocument } from "@/workflows/graph/document";
import { anchorOf, cardSize } from "../graph/places";
import { changeAll } from "../store/editor-store";
import type { CommandContext } from "./command";
import { nodesMeant } from "./edit-selection";

/** Lays the graph out anew, as one gesture, and shows all of it. */
export async function tidy(context: CommandContext): Promise<void> {
  await layOut(context, context.store.getState().document);
  context.view.fit();
}

/** Lays out what is selected alone; everything else stays. */
export async function tidySelection(context: CommandContext): Promise<void> {
  const { document, selection } = context.store.getState();
  await layOut(context, partOf(document, new Set(nodesMeant(document, selection))));
}

async function layOut({ store, view }: CommandContext, document: GraphDocument): Promise<void> {
  if (Object.keys(document.nodes).length === 0) return;
  const sizeOf = (id: string) => view.sizeOf(id) ?? cardSize;
  const anchor = (id: string) => anchorOf(document.nodes[id]?.type ?? "");
  const positions = await tidyPositions(document, sizeOf, anchor);
  const notes = notesAlong(document, view.sizeOf, positions);
  changeAll(store, [{ op: "node.move", positions }, ...notes], "Tidy");
}

/** Some nodes of a document with the edges between them. */
function partOf(document: GraphDocument, ids: ReadonlySet<string>): GraphDocument {
  const among = <Value>(record: Record<string, Value>, keep: (value: Value, id: string) => boolean) =>
    Object.fromEntries(Object.entries(record).filter(([id, value]) => keep(value, id)));
  return {
    ...document,
    nodes: among(document.nodes, (_, id) => ids.has(id)),
    edges: among(document.edges, ({ source, target }) => ids.has(source) && ids.has(target)),
    layout: { ...document.layout, nodes: among(document.layout.nodes, (_, id) => ids.has(id)) },
  };
}
