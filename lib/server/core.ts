import { ensureAdmin } from "@/lib/auth/setup";
import type { SeedWorkspace } from "@/lib/auth/workspaces";
import { openMigratedDatabase } from "@/lib/db/connect";
import type { DatabaseHandle } from "@/lib/db/database";
import type { Env } from "@/lib/env";
import type { Log } from "@/lib/log/log";
import { instanceSecrets } from "@/lib/secrets/instance-secrets";
import { createKeyring } from "@/lib/secrets/keyring";
import { createSecretStore, type SecretStore } from "@/lib/secrets/secret-store";
import { createVault, type Vault } from "@/lib/secrets/vault";

/** What the server and the command line both stand on. */
export interface Core {
  env: Env;
  log: Log;
  database: DatabaseHandle;
  vault: Vault;
  secrets: SecretStore;
  /** Signs sessions and visitor cookies. */
  sessionSecret: string;
}

/** Opens and migrates the database, finds the secrets. Close with `core.database.close()`. */
export async function openCore(env: Env, log: Log): Promise<Core> {
  // Before the database: a start that is going to be refused must not have started Postgres.
  const { session, encryptionKeys } = instanceSecrets(env);
  const vault = createVault(createKeyring(encryptionKeys));
  const database = await openMigratedDatabase(env, log);
  return {
    env,
    log,
    database,
    vault,
    secrets: createSecretStore(database.db, vault),
    sessionSecret: session,
  };
}

export async function ensureConfiguredAdmin({ env, database }: Core, seed: SeedWorkspace): Promise<void> {
  if (env.admin) await ensureAdmin(database.db, env.admin, seed);
}
