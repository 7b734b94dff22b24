import { asc, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { prompts, promptVersions } from "@/drizzle/schema";
import type { Queryable } from "@/lib/db/database";
import type { KnownPrompt } from "@/workflows/prompts/known-prompt";

const names = z.array(z.string());

/** The library of a workspace as graphs that use it see it, by name. */
export async function knownPrompts(db: Queryable, workspaceId: string): Promise<KnownPrompt[]> {
  const rows = await db
    .select({
      id: prompts.id,
      name: prompts.name,
      number: promptVersions.number,
      variables: promptVersions.variables,
    })
    .from(prompts)
    .innerJoin(promptVersions, eq(promptVersions.promptId, prompts.id))
    .where(eq(prompts.workspaceId, workspaceId))
    .orderBy(asc(prompts.name), asc(prompts.id), desc(promptVersions.number));
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((versions) => {
    const [first] = versions;
    if (!first) return [];
    const { id, name } = first;
    return [
      {
        id,
        name,
        versions: versions.map(({ number, variables }) => ({ number, variables: names.parse(variables) })),
      },
    ];
  });
}
