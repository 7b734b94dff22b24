import { and, eq } from "drizzle-orm";
import { sourceTools } from "@/drizzle/schema";
import type { Queryable } from "@/lib/db/database";
import { AppError } from "@/workflows/errors/app-error";
import { contractSchema, hashOf } from "./contract";

/**
 * What waits becomes what is approved.
 * @param seen with the hash of what the person looked at: what has changed again since is not approved unseen
 * @throws AppError conflict
 */
export async function approve(
  db: Queryable,
  sourceId: string,
  seen: readonly { id: string; hash: string }[],
  by: string,
): Promise<void> {
  for (const { id, hash } of seen) {
    const [row] = await db
      .select()
      .from(sourceTools)
      .where(and(eq(sourceTools.sourceId, sourceId), eq(sourceTools.id, id)))
      .for("update");
    const pending = row?.pending ? contractSchema.parse(row.pending) : null;
    if (!row || !pending || hashOf(pending) !== hash) {
      throw new AppError("conflict", "A tool has changed again, or was approved already. Look again.");
    }
    await db
      .update(sourceTools)
      .set({
        contract: pending,
        hash,
        pending: null,
        version: row.version + 1,
        approvedBy: by,
        approvedAt: new Date(),
      })
      .where(eq(sourceTools.id, id));
  }
}
