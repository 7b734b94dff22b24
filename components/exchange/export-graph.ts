import { call } from "@/lib/api/client/call";
import { listConnections } from "@/lib/api/contract/models";
import type { CodeNote } from "@/workflows/code/write/scope";
import { readableJson } from "@/workflows/graph/canonical";
import type { GraphDocument } from "@/workflows/graph/document";
import { withoutPins } from "@/workflows/graph/without-pins";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { download } from "./download";
import { zipOf } from "./zip";

/** What files are called after. */
interface Named {
  name: string;
  slug: string;
}

export function exportJson(document: GraphDocument, { slug }: Named): void {
  download(`${slug}.json`, new Blob([readableJson(withoutPins(document))], { type: "application/json" }));
}

/** A LangGraph.js project as a zip; what behaves otherwise there. @throws AppError graph_invalid */
export async function exportCode(document: GraphDocument, { name, slug }: Named): Promise<CodeNote[]> {
  // The writer and the library it ships are large, and few people ask for them.
  const { toCode } = await import("@/workflows/code/to-code");
  const { items } = await call(listConnections, {});
  const connections = Object.fromEntries(items.map((connection) => [connection.id, connection]));
  const { files, notes } = toCode(document, nodeDefinitions, { title: name, packageName: slug, connections });
  download(`${slug}.zip`, new Blob([zipOf(slug, files)], { type: "application/zip" }));
  return notes;
}
