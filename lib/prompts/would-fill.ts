import { and, eq, inArray } from "drizzle-orm";
import { prompts } from "@/drizzle/schema";
import type { Queryable } from "@/lib/db/database";
import type { GraphDocument } from "@/workflows/graph/document";
import { promptsUsed } from "@/workflows/prompts/fill";

/** What a graph would be filled with if it ran now, told as `filledWith` tells what a graph was filled with. */
export async function wouldFill(
  db: Queryable,
  workspaceId: string,
  document: GraphDocument,
): Promise<string[]> {
  const uses = promptsUsed(document);
  if (uses.length === 0) return [];
  const ids = [...new Set(uses.map(({ prompt }) => prompt))];
  const rows = await db
    .select({ id: prompts.id, newest: prompts.version })
    .from(prompts)
    .where(and(eq(prompts.workspaceId, workspaceId), inArray(prompts.id, ids)));
  const newest = new Map(rows.map((row) => [row.id, row.newest]));
  const names = uses.flatMap(({ prompt, version = newest.get(prompt) }) =>
    version === undefined ? [] : [`${prompt}@${version}`],
  );
  return [...new Set(names)].sort();
}
