import { call } from "@/lib/api/client/call";
import { listSlots } from "@/lib/api/contract/model-slots";
import { listConnections } from "@/lib/api/contract/models";
import { getPrompt, getPromptVersion } from "@/lib/api/contract/prompts";
import { firstModels } from "@/workflows/code/code-options";
import type { CodeNote } from "@/workflows/code/write/scope";
import { readableJson } from "@/workflows/graph/canonical";
import type { GraphDocument } from "@/workflows/graph/document";
import { withoutPins } from "@/workflows/graph/without-pins";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { filled, promptsUsed } from "@/workflows/prompts/fill";
import { download } from "./download";

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
  const [{ toCode }, { zipOf }] = await Promise.all([import("@/workflows/code/to-code"), import("./zip")]);
  const [{ items }, named] = await Promise.all([call(listConnections, {}), call(listSlots, {})]);
  const connections = Object.fromEntries(items.map((connection) => [connection.id, connection]));
  const about = { title: name, packageName: slug, connections, slots: firstModels(named.items) };
  const { files, notes } = toCode(await withPrompts(document), nodeDefinitions, about);
  download(`${slug}.zip`, new Blob([zipOf(slug, files)], { type: "application/zip" }));
  return notes;
}

/** With the texts of the library that it refers to. @throws ApiProblem for a prompt that is not there */
async function withPrompts(document: GraphDocument): Promise<GraphDocument> {
  const uses = promptsUsed(document);
  const texts = await Promise.all(
    uses.map(async ({ prompt: id, version }) => {
      if (version !== undefined) {
        const { number, text } = await call(getPromptVersion, { params: { id, number: version } });
        return { id, version, number, text };
      }
      const { version: number, text } = await call(getPrompt, { params: { id } });
      return { id, version, number, text };
    }),
  );
  return filled(document, (use) =>
    texts.find(({ id, version }) => id === use.prompt && version === use.version),
  );
}
