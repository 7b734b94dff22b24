import { sql } from "drizzle-orm";
import type { Database } from "@/lib/db/database";
import { AppError } from "@/workflows/errors/app-error";
import { hashPassword } from "./password";
import { anyUser, createUser, type User } from "./users";
import { createWorkspace, type SeedWorkspace } from "./workspaces";

/** No user exists yet: the first visitor becomes the administrator. */
export const needsSetup = async (db: Database): Promise<boolean> => !(await anyUser(db));

export interface FirstAdmin {
  name: string;
  email: string;
  password: string;
  workspace: string;
}

/** Any number; setups of one database wait for each other on it. */
const setupLock = 4_811_201;

/**
 * The first administrator with the first workspace. Of several at the same time one succeeds.
 * @throws AppError `conflict` when there is a user already
 */
export async function createFirstAdmin(db: Database, input: FirstAdmin, seed: SeedWorkspace): Promise<User> {
  const passwordHash = await hashPassword(input.password);
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${setupLock})`);
    if (await anyUser(tx)) {
      throw new AppError("conflict", "The first administrator exists already.", { hint: "Sign in instead." });
    }
    const user = await createUser(tx, { name: input.name, email: input.email, passwordHash });
    await createWorkspace(tx, { name: input.workspace, userId: user.id }, seed);
    return user;
  });
}

/** ADMIN_EMAIL and ADMIN_PASSWORD: creates that administrator at the first start, and never again. */
export async function ensureAdmin(
  db: Database,
  admin: { email: string; password: string },
  seed: SeedWorkspace,
): Promise<void> {
  if (!(await needsSetup(db))) return;
  const name = admin.email.split("@")[0] ?? admin.email;
  try {
    await createFirstAdmin(db, { ...admin, name, workspace: "Workspace" }, seed);
  } catch (error) {
    // Another process that starts at the same time was faster.
    if (await needsSetup(db)) throw error;
  }
}
