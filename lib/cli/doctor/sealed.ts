import { isNotNull } from "drizzle-orm";
import { modelConnections, secrets, telemetryTargets } from "@/drizzle/schema";
import type { Database } from "@/lib/db/database";
import type { Vault } from "@/lib/secrets/vault";
import { headersPlace } from "@/lib/telemetry/telemetry-settings";

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
  const headers = await db
    .select({ workspaceId: telemetryTargets.workspaceId, sealed: telemetryTargets.sealedHeaders })
    .from(telemetryTargets)
    .where(isNotNull(telemetryTargets.sealedHeaders));
  const sent = headers.map(({ workspaceId, sealed }) => ({ ...headersPlace(workspaceId ?? ""), sealed }));
  const all = [
    ...[...named, ...keys].map(({ id, workspaceId, sealed }) => ({ workspaceId, rowId: id, sealed })),
    ...sent,
  ];
  let stale = 0;
  for (const { sealed, ...place } of all) {
    if (sealed === null) continue;
    vault.open(sealed, place);
    if (vault.isStale(sealed)) stale += 1;
  }
  const count = `${all.length} stored, all readable`;
  return stale > 0 ? `${count}; ${stale} by an older key, which must stay in ENCRYPTION_KEY` : count;
}
