import { randomBytes } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Env, EnvError } from "@/lib/env";
import { weakness } from "./weak-secret";

export interface InstanceSecrets {
  /** Signs sessions and visitor cookies. */
  session: string;
  /** Seal stored secrets, newest first. */
  encryptionKeys: string[];
}

const stored = z.object({ session: z.string(), encryptionKey: z.string() });

/**
 * The secrets of this installation: from the environment, else generated once into the data folder. With a
 * database of its own (`DATABASE_URL`) a production start must name them, because the data folder of one
 * machine is not where the others would find them.
 * @throws EnvError naming what is missing or well known
 */
export function instanceSecrets(env: Env): InstanceSecrets {
  if (env.nextAuthSecret && env.mode === "production") refuseWeak(env.nextAuthSecret);
  if (env.databaseUrl && env.mode === "production") requireBoth(env);
  if (env.nextAuthSecret && env.encryptionKeys) {
    return { session: env.nextAuthSecret, encryptionKeys: env.encryptionKeys };
  }
  const generated = readOrGenerate(env.dataDir);
  return {
    session: env.nextAuthSecret ?? generated.session,
    encryptionKeys: env.encryptionKeys ?? [generated.encryptionKey],
  };
}

function refuseWeak(secret: string): void {
  const why = weakness(secret);
  if (why) throw new EnvError(`NEXTAUTH_SECRET ${why}. Make one with: openssl rand -base64 32`);
}

function requireBoth(env: Env): void {
  const missing = [!env.nextAuthSecret && "NEXTAUTH_SECRET", !env.encryptionKeys && "ENCRYPTION_KEY"].filter(
    Boolean,
  );
  if (missing.length === 0) return;
  throw new EnvError(
    `With DATABASE_URL, production needs ${missing.join(" and ")}. Make each with: openssl rand -base64 32`,
  );
}

function readOrGenerate(dataDir: string): z.infer<typeof stored> {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, "secrets.json");
  return read(path) ?? generate(path);
}

function read(path: string): z.infer<typeof stored> | undefined {
  try {
    return stored.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new EnvError(
      `${path} is damaged. Restore it from a backup: without it stored keys cannot be read.`,
    );
  }
}

/** Written aside and linked into place, so that of two processes starting at once one wins, complete. */
function generate(path: string): z.infer<typeof stored> {
  const fresh = {
    session: randomBytes(32).toString("base64url"),
    encryptionKey: randomBytes(32).toString("base64url"),
  };
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(fresh), { mode: 0o600 });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, path);
    return fresh;
  } catch (error) {
    const winner = read(path);
    if (!winner) throw error;
    return winner;
  } finally {
    rmSync(draft, { force: true });
  }
}
