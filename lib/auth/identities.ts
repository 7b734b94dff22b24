import { and, eq } from "drizzle-orm";
import { identities, users } from "@/drizzle/schema";
import type { Database } from "@/lib/db/database";
import { AppError } from "@/workflows/errors/app-error";
import type { ProviderProfile } from "./next-auth/providers";
import { openPlace } from "./sign-up";
import { createUser, findUserByEmail, type User } from "./users";
import { addMember } from "./workspaces";

/** Who signs in by a provider: a known identity, else the account of the same verified address, else a new one. */
export async function userOfIdentity(
  db: Database,
  provider: string,
  profile: ProviderProfile,
): Promise<User> {
  const known = await findByIdentity(db, provider, profile.id);
  if (known) return usable(known);
  const { email } = profile;
  if (!email) {
    throw new AppError("forbidden", "The provider did not confirm an e-mail address for this account.");
  }
  return db.transaction(async (tx) => {
    const user = usable((await findUserByEmail(tx, email)) ?? (await signUpBy(tx, email, profile.name)));
    await tx
      .insert(identities)
      .values({ provider, subject: profile.id, userId: user.id })
      .onConflictDoNothing();
    return user;
  });
}

async function findByIdentity(db: Database, provider: string, subject: string): Promise<User | undefined> {
  const [row] = await db
    .select({ user: users })
    .from(identities)
    .innerJoin(users, eq(users.id, identities.userId))
    .where(and(eq(identities.provider, provider), eq(identities.subject, subject)));
  return row?.user;
}

async function signUpBy(db: Parameters<typeof openPlace>[0], email: string, name: string): Promise<User> {
  const place = await openPlace(db);
  const user = await createUser(db, { email, name, passwordHash: null });
  await addMember(db, { ...place, userId: user.id });
  return user;
}

function usable(user: User): User {
  if (!user.disabled) return user;
  throw new AppError("forbidden", "This account is disabled.");
}
