import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { agents, prompts, promptVersions } from "@/drizzle/schema";
import type { PromptSummary, promptSchema } from "@/lib/api/contract/prompts";
import type { Queryable } from "@/lib/db/database";
import { AppError } from "@/workflows/errors/app-error";
import { promptCaseSchema } from "@/workflows/prompts/case";

export type PromptRow = typeof prompts.$inferSelect;
export type VersionRow = typeof promptVersions.$inferSelect;
export type Prompt = z.infer<typeof promptSchema>;

const names = z.array(z.string());

/** @throws AppError not_found */
export async function promptRow(
  db: Queryable,
  workspaceId: string,
  id: string,
  lock?: "update",
): Promise<PromptRow> {
  const query = db
    .select()
    .from(prompts)
    .where(and(eq(prompts.id, id), eq(prompts.workspaceId, workspaceId)));
  const [row] = await (lock ? query.for(lock) : query);
  if (!row) throw new AppError("not_found", "The library has no such prompt.");
  return row;
}

/** @throws AppError not_found */
export async function versionRow(db: Queryable, promptId: string, number: number): Promise<VersionRow> {
  const [row] = await db
    .select()
    .from(promptVersions)
    .where(and(eq(promptVersions.promptId, promptId), eq(promptVersions.number, number)));
  if (!row) throw new AppError("not_found", `The prompt has no version ${number}.`);
  return row;
}

export async function summaries(db: Queryable, workspaceId: string): Promise<PromptSummary[]> {
  const rows = await db
    .select({ prompt: prompts, variables: promptVersions.variables })
    .from(prompts)
    .innerJoin(
      promptVersions,
      and(eq(promptVersions.promptId, prompts.id), eq(promptVersions.number, prompts.version)),
    )
    .where(eq(prompts.workspaceId, workspaceId))
    .orderBy(asc(prompts.name));
  return rows.map(({ prompt, variables }) => summaryOf(prompt, variables));
}

/** @throws AppError not_found */
export async function readPrompt(db: Queryable, workspaceId: string, id: string): Promise<Prompt> {
  const row = await promptRow(db, workspaceId, id);
  const versions = await db
    .select()
    .from(promptVersions)
    .where(eq(promptVersions.promptId, id))
    .orderBy(desc(promptVersions.number));
  const newest = versions.find(({ number }) => number === row.version);
  if (!newest) throw new Error(`Prompt ${id} has no version ${row.version}`);
  return {
    ...summaryOf(row, newest.variables),
    text: newest.text,
    cases: z.array(promptCaseSchema).parse(row.cases),
    versions: versions.map(toVersion),
    usedBy: await draftsThatUse(db, workspaceId, id),
  };
}

export const toVersion = ({ number, variables, note, savedBy, createdAt }: VersionRow) => ({
  number,
  variables: names.parse(variables),
  note,
  savedBy,
  savedAt: createdAt.toISOString(),
});

/** Published versions carry their texts, so drafts alone need the library. */
export function draftsThatUse(
  db: Queryable,
  workspaceId: string,
  id: string,
): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: agents.id, name: agents.name })
    .from(agents)
    .where(
      and(
        eq(agents.workspaceId, workspaceId),
        isNull(agents.deletedAt),
        sql`jsonb_path_exists(${agents.draft}, '$.** ? (@.prompt == $id)', jsonb_build_object('id', ${id}::text))`,
      ),
    )
    .orderBy(asc(agents.name));
}

function summaryOf(
  { id, name, description, version, updatedAt }: PromptRow,
  variables: unknown,
): PromptSummary {
  return {
    id,
    name,
    description,
    version,
    variables: names.parse(variables),
    updatedAt: updatedAt.toISOString(),
  };
}
