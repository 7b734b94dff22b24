import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { modelSlots } from "@/drizzle/schema";
import { slotModelSchema } from "@/lib/api/contract/model-slots";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import { AppError } from "@/workflows/errors/app-error";
import { type SlotRule, slotRuleSchema } from "@/workflows/routing/registry";
import { listConnections } from "./connections";

export interface ModelSlot {
  name: string;
  description: string;
  models: z.infer<typeof slotModelSchema>[];
  /** By which of them are left out and which comes first, in their order. */
  rules: SlotRule[];
  updatedAt: string;
}

type Scope = Pick<WorkspaceActor, "workspaceId">;
type Row = typeof modelSlots.$inferSelect;

export async function listSlots(db: Queryable, { workspaceId }: Scope): Promise<ModelSlot[]> {
  const rows = await db
    .select()
    .from(modelSlots)
    .where(eq(modelSlots.workspaceId, workspaceId))
    .orderBy(asc(modelSlots.name));
  return rows.map(toSlot);
}

/** @throws AppError invalid_input: a model that the workspace does not have */
export async function putSlot(
  db: Queryable,
  scope: Scope,
  { name, description, models, rules }: Omit<ModelSlot, "updatedAt">,
): Promise<ModelSlot> {
  const known = new Set(["offline", ...(await listConnections(db, scope)).map(({ id }) => id)]);
  for (const [at, { reference }] of models.entries()) {
    if (known.has(reference.split("/")[0] ?? "") && reference.includes("/")) continue;
    throw new AppError("invalid_input", `This workspace has no connection for the model “${reference}”.`, {
      field: `models.${at}.reference`,
      hint: "Choose one of the models of GET /models.",
    });
  }
  const change = { description, models, rules, updatedAt: new Date() };
  const [row] = await db
    .insert(modelSlots)
    .values({ workspaceId: scope.workspaceId, name, ...change })
    .onConflictDoUpdate({ target: [modelSlots.workspaceId, modelSlots.name], set: change })
    .returning();
  if (!row) throw new Error("The slot was not stored.");
  return toSlot(row);
}

/** @throws AppError not_found */
export async function deleteSlot(db: Queryable, { workspaceId }: Scope, name: string): Promise<void> {
  const removed = await db.delete(modelSlots).where(named(workspaceId, name)).returning();
  if (removed.length === 0) throw new AppError("not_found", `There is no slot “${name}”.`);
}

const named = (workspaceId: string, name: string) =>
  and(eq(modelSlots.workspaceId, workspaceId), eq(modelSlots.name, name));

function toSlot({ name, description, models, rules, updatedAt }: Row): ModelSlot {
  return {
    name,
    description,
    models: z.array(slotModelSchema).parse(models),
    rules: z.array(slotRuleSchema).parse(rules),
    updatedAt: updatedAt.toISOString(),
  };
}
