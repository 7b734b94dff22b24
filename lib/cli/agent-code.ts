import type { SummaryWithDraft } from "@/lib/agents/summary";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import { listConnections } from "@/lib/models/connections";
import { listSlots } from "@/lib/models/slots";
import { fillPrompts } from "@/lib/prompts/fill-graph";
import { firstModels } from "@/workflows/code/code-options";
import { fromCode } from "@/workflows/code/from-code";
import { toCode } from "@/workflows/code/to-code";
import type { CodeNote } from "@/workflows/code/write/scope";
import { AppError } from "@/workflows/errors/app-error";
import type { GraphDocument } from "@/workflows/graph/document";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { readFolder, writeFolder } from "./code-folder";
import { note } from "./output";

/** Writes a LangGraph.js project into a folder and says what behaves otherwise there. @throws AppError graph_invalid */
export async function exportCode(
  db: Queryable,
  actor: WorkspaceActor,
  agent: SummaryWithDraft,
  document: GraphDocument,
  folder: string,
): Promise<void> {
  const [connections, slots] = await Promise.all([listConnections(db, actor), listSlots(db, actor)]);
  const whole = await fillPrompts(db, actor.workspaceId, document);
  const { files, notes } = toCode(whole, nodeDefinitions, {
    title: agent.name,
    packageName: agent.slug,
    connections: Object.fromEntries(connections.map((connection) => [connection.id, connection])),
    slots: firstModels(slots),
  });
  writeFolder(folder, files);
  tell(notes, document);
}

/** The document of an exported project; says what of its code was edited. @throws AppError invalid_input */
export function importCode(folder: string): GraphDocument {
  const read = fromCode(readFolder(folder));
  if (!read.ok) throw new AppError("invalid_input", read.problem);
  tell(read.value.notes, read.value.document);
  return read.value.document;
}

function tell(notes: readonly CodeNote[], { nodes }: GraphDocument): void {
  for (const { nodeId, message } of notes) {
    note(nodeId === undefined ? message : `${nodes[nodeId]?.title ?? nodeId}: ${message}`);
  }
}
