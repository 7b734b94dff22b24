import { eq } from "drizzle-orm";
import { z } from "zod";
import { telemetryTargets } from "@/drizzle/schema";
import type { TelemetrySettings } from "@/lib/api/contract/telemetry";
import type { Queryable } from "@/lib/db/database";
import type { Vault } from "@/lib/secrets/vault";
import { AppError } from "@/workflows/errors/app-error";

export type TargetRow = typeof telemetryTargets.$inferSelect;
type Headers = Record<string, string>;

const headersSchema = z.record(z.string(), z.string());
/** Where the headers of a workspace's target are sealed. */
export const headersPlace = (workspaceId: string) => ({ workspaceId, rowId: "telemetry" });

export async function readTarget(db: Queryable, id: string): Promise<TargetRow | undefined> {
  const [row] = await db.select().from(telemetryTargets).where(eq(telemetryTargets.id, id));
  return row;
}

/** @throws AppError unavailable where its key is not known any more */
export function openHeaders(vault: Vault, { workspaceId, sealedHeaders }: TargetRow): Headers {
  if (sealedHeaders === null || workspaceId === null) return {};
  return headersSchema.parse(JSON.parse(vault.open(sealedHeaders, headersPlace(workspaceId))));
}

/**
 * The headers that settings name, with the values that are stored where none is given. A stored value goes only to the
 * place that it was entered for: whoever names another one enters it again.
 * @throws AppError invalid_input, naming the header without a value
 */
export function headersFor(
  vault: Vault,
  known: TargetRow | undefined,
  { headers, endpoint }: TelemetrySettings,
): Headers {
  const stored = known && sameOrigin(known.endpoint, endpoint) ? openHeaders(vault, known) : {};
  return Object.fromEntries(
    headers.map(({ name, value }, at) => {
      const kept = value ?? (Object.hasOwn(stored, name) ? stored[name] : undefined);
      if (kept !== undefined) return [name, kept];
      throw new AppError(
        "invalid_input",
        `Enter the value of ${name}: what is stored belongs to another endpoint.`,
        {
          field: `settings.headers.${at}.value`,
        },
      );
    }),
  );
}

const sameOrigin = (one: string, other: string) => URL.parse(one)?.origin === URL.parse(other)?.origin;

/** Stores settings, or forgets them with all that waits. @throws AppError invalid_input */
export async function writeTarget(
  db: Queryable,
  vault: Vault,
  workspaceId: string,
  settings: TelemetrySettings | null,
): Promise<void> {
  if (!settings) {
    await db.delete(telemetryTargets).where(eq(telemetryTargets.id, workspaceId));
    return;
  }
  const headers = headersFor(vault, await readTarget(db, workspaceId), settings);
  const { headers: _headers, ...plain } = settings;
  const names = Object.keys(headers);
  const columns = {
    ...plain,
    headerNames: names,
    sealedHeaders: names.length > 0 ? vault.seal(JSON.stringify(headers), headersPlace(workspaceId)) : null,
    // What failed by the old settings is tried again at once by the new ones.
    failures: 0,
    retryAt: null,
    lastError: null,
    failedAt: null,
    updatedAt: new Date(),
  };
  await db
    .insert(telemetryTargets)
    .values({ id: workspaceId, workspaceId, ...columns })
    .onConflictDoUpdate({ target: telemetryTargets.id, set: columns });
}
