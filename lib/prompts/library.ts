import { eq } from "drizzle-orm";
import type { z } from "zod";
import { prompts, promptVersions } from "@/drizzle/schema";
import type { createPrompt, savePrompt, updatePrompt } from "@/lib/api/contract/prompts";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import { newId } from "@/lib/db/id";
import { isUniqueViolation } from "@/lib/db/unique-violation";
import { AppError } from "@/workflows/errors/app-error";
import { checkText } from "@/workflows/prompts/check-text";
import { variablesOf } from "@/workflows/prompts/variables";
import { draftsThatUse, type Prompt, promptRow, readPrompt } from "./rows";

type Body<Of extends { body: z.ZodType }> = z.output<Of["body"]>;

/** @throws AppError conflict (the name is taken), invalid_input (the text) */
export async function createPromptIn(
  tx: Queryable,
  actor: WorkspaceActor,
  { name, description, text, note }: Body<typeof createPrompt>,
): Promise<Prompt> {
  const { workspaceId, name: by } = actor;
  const id = newId("prompt");
  const version = { promptId: id, number: 1, note, savedBy: by, ...checked(text) };
  await named(name, () => tx.insert(prompts).values({ id, workspaceId, name, description }));
  await tx.insert(promptVersions).values(version);
  return readPrompt(tx, workspaceId, id);
}

/** @throws AppError not_found, conflict (the name is taken) */
export async function updatePromptIn(
  tx: Queryable,
  { workspaceId }: WorkspaceActor,
  id: string,
  change: Body<typeof updatePrompt>,
): Promise<Prompt> {
  await promptRow(tx, workspaceId, id, "update");
  await named(change.name ?? "", () =>
    tx
      .update(prompts)
      .set({ ...change, updatedAt: new Date() })
      .where(eq(prompts.id, id)),
  );
  return readPrompt(tx, workspaceId, id);
}

/** @throws AppError not_found, conflict (another version was saved meanwhile), invalid_input (the text) */
export async function savePromptIn(
  tx: Queryable,
  actor: WorkspaceActor,
  id: string,
  { basedOn, text, note }: Body<typeof savePrompt>,
): Promise<Prompt> {
  const { version } = await promptRow(tx, actor.workspaceId, id, "update");
  if (version !== basedOn) {
    const message = `Version ${version} was saved meanwhile. Look at it before you save yours.`;
    throw new AppError("conflict", message, { data: { version } });
  }
  const number = version + 1;
  await tx
    .insert(promptVersions)
    .values({ promptId: id, number, note, savedBy: actor.name, ...checked(text) });
  await tx.update(prompts).set({ version: number, updatedAt: new Date() }).where(eq(prompts.id, id));
  return readPrompt(tx, actor.workspaceId, id);
}

/** @throws AppError not_found, conflict (drafts refer to it; data: which) */
export async function deletePromptIn(
  tx: Queryable,
  { workspaceId }: WorkspaceActor,
  id: string,
): Promise<void> {
  const { name } = await promptRow(tx, workspaceId, id, "update");
  const users = await draftsThatUse(tx, workspaceId, id);
  if (users.length > 0) {
    const who = users.map((agent) => `“${agent.name}”`).join(", ");
    throw new AppError("conflict", `The prompt “${name}” is used by ${who}.`, {
      hint: "Write the text there, or choose another prompt; then delete this one.",
      data: { usedBy: users },
    });
  }
  await tx.delete(prompts).where(eq(prompts.id, id));
}

/** @throws AppError invalid_input */
function checked(text: string) {
  const [problem] = checkText(text);
  if (problem) throw new AppError("invalid_input", problem.message, { field: "text" });
  return { text, variables: variablesOf(text) };
}

async function named(name: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError("conflict", `The library has a prompt named “${name}” already.`, {
      field: "name",
      hint: "Choose another name.",
    });
  }
}
