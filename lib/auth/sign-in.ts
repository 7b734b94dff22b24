import type { Queryable } from "@/lib/db/database";
import { passwordMatches } from "./password";
import { findUserByEmail, type User } from "./users";

/** The user if address and password belong together; it takes the same time whichever of them is wrong. */
export async function signIn(
  db: Queryable,
  credentials: { email: string; password: string },
): Promise<User | null> {
  const user = await findUserByEmail(db, credentials.email);
  const matches = await passwordMatches(user?.passwordHash, credentials.password);
  return user && matches && !user.disabled ? user : null;
}
