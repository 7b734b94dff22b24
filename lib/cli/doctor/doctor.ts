import { connectDatabase } from "@/lib/db/connect";
import type { DatabaseHandle } from "@/lib/db/database";
import { type Env, loadEnv } from "@/lib/env";
import { createLog } from "@/lib/log/log";
import { instanceSecrets } from "@/lib/secrets/instance-secrets";
import { createKeyring } from "@/lib/secrets/keyring";
import { createVault, type Vault } from "@/lib/secrets/vault";
import { examineDatabase } from "./database";
import { examine, type Finding, obtain } from "./finding";
import { openEverySealed } from "./sealed";

/** Looks at everything a working installation needs, as far as what comes before allows. Changes nothing. */
export async function examineInstallation(): Promise<Finding[]> {
  const { finding, value: env } = await obtain(
    "Environment",
    async () => loadEnv(),
    ({ mode, dataDir }) => `${mode}, data in ${dataDir}`,
    "See .env.example.",
  );
  return env ? [finding, ...(await examineBelow(env))] : [finding];
}

async function examineBelow(env: Env): Promise<Finding[]> {
  const secrets = await obtain(
    "Secrets",
    async () => createVault(createKeyring(instanceSecrets(env).encryptionKeys)),
    () =>
      env.nextAuthSecret && env.encryptionKeys ? "from the environment" : `in ${env.dataDir}/secrets.json`,
    "See NEXTAUTH_SECRET and ENCRYPTION_KEY in .env.example.",
  );
  const connection = await obtain(
    "Connection",
    () => connect(env),
    () => (env.databaseUrl ? "DATABASE_URL" : "embedded Postgres"),
    "Start the database server, or mend DATABASE_URL.",
  );
  const handle = connection.value;
  if (!handle) return [secrets.finding, connection.finding];
  try {
    return [secrets.finding, connection.finding, ...(await examineContents(handle, secrets.value))];
  } finally {
    await handle.close();
  }
}

async function connect(env: Env): Promise<DatabaseHandle> {
  const handle = await connectDatabase(env, createLog("silent"));
  try {
    await handle.pool.query("select 1");
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function examineContents(handle: DatabaseHandle, vault: Vault | undefined): Promise<Finding[]> {
  const database = await examineDatabase(handle);
  if (!vault || database.some((finding) => !finding.ok)) return database;
  return [...database, await examine("Stored keys", () => openEverySealed(handle.db, vault))];
}
