import { and, asc, eq } from "drizzle-orm";
import { secrets } from "@/drizzle/schema";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Database, Queryable } from "@/lib/db/database";
import { newId } from "@/lib/db/id";
import { AppError } from "@/workflows/errors/app-error";
import type { SecretGateway } from "@/workflows/runtime/ports";
import type { Vault } from "./vault";

export interface StoredSecret {
  id: string;
  name: string;
  updatedAt: string;
}

/** Named secrets of a workspace: written by people, read by runs alone. */
export interface SecretStore {
  list(actor: WorkspaceActor): Promise<StoredSecret[]>;
  /**
   * Creates or replaces.
   * @param within the transaction that the change belongs to, if it is part of one
   */
  put(actor: WorkspaceActor, name: string, value: string, within?: Queryable): Promise<StoredSecret>;
  /** @throws AppError `not_found` */
  remove(actor: WorkspaceActor, id: string, within?: Queryable): Promise<void>;
  /** For the nodes of one workspace's run. */
  gateway(workspaceId: string): SecretGateway;
}

export function createSecretStore(db: Database, vault: Vault): SecretStore {
  return {
    async list({ workspaceId }) {
      const rows = await db
        .select()
        .from(secrets)
        .where(eq(secrets.workspaceId, workspaceId))
        .orderBy(asc(secrets.name));
      return rows.map(toStored);
    },
    put: ({ workspaceId }, name, value, within = db) =>
      within.transaction(async (tx) => {
        await tx
          .insert(secrets)
          .values({ id: newId("sec"), workspaceId, name, sealed: "" })
          .onConflictDoNothing({ target: [secrets.workspaceId, secrets.name] });
        const [row] = await tx.select().from(secrets).where(named(workspaceId, name)).for("update");
        if (!row) throw new AppError("conflict", `${name} was deleted at the same moment. Save it again.`);
        const sealed = vault.seal(value, { workspaceId, rowId: row.id });
        const updatedAt = new Date();
        await tx.update(secrets).set({ sealed, updatedAt }).where(eq(secrets.id, row.id));
        return toStored({ ...row, updatedAt });
      }),
    async remove({ workspaceId }, id, within = db) {
      const removed = await within
        .delete(secrets)
        .where(and(eq(secrets.workspaceId, workspaceId), eq(secrets.id, id)))
        .returning({ id: secrets.id });
      if (removed.length === 0) throw new AppError("not_found", "There is no such secret.");
    },
    gateway: (workspaceId) => ({
      async reveal(name) {
        const [row] = await db.select().from(secrets).where(named(workspaceId, name));
        if (!row) {
          throw new AppError("not_found", `There is no secret named ${name} in this workspace.`, {
            hint: "Add it under Settings → Secrets.",
          });
        }
        return vault.open(row.sealed, { workspaceId, rowId: row.id });
      },
    }),
  };
}

const named = (workspaceId: string, name: string) =>
  and(eq(secrets.workspaceId, workspaceId), eq(secrets.name, name));

function toStored(row: { id: string; name: string; updatedAt: Date }): StoredSecret {
  return { id: row.id, name: row.name, updatedAt: row.updatedAt.toISOString() };
}
