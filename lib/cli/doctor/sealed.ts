import { isNotNull } from "drizzle-orm";
import { modelConnections, secrets } from "@/drizzle/schema";
import type { Database } from "@/lib/db/database";
import type { Vault } from "@/lib/secrets/vault";

/** Whether everything stored under a key can still be read. @throws AppError of the first that cannot */
export async function openEverySealed(db: Database, vault: Vault): Promise<string> {
  const named = await db
    .select({ id: secrets.id, workspaceId: secrets.workspaceId, sealed: secrets.sealed })
    .from(secrets);
  const keys = await db
    .select({
      id: modelConnections.id,
      workspaceId: modelConnections.workspaceId,
      sealed: modelConnections.sealedKey,
    })
    .from(modelConnections)
    .where(isNotNull(modelConnections.sealedKey));
  let stale = 0;
  for (const { id, workspaceId, sealed } of [...named, ...keys]) {
    if (sealed === null) continue;
    vault.open(sealed, { workspaceId, rowId: id });
    if (vault.isStale(sealed)) stale += 1;
  }
  const count = `${named.length + keys.length} stored, all readable`;
  return stale > 0 ? `${count}; ${stale} by an older key, which must stay in ENCRYPTION_KEY` : count;
}
