import { sql } from "drizzle-orm";
import { users } from "@/drizzle/schema";
import type { Queryable } from "@/lib/db/database";
import { newId } from "@/lib/db/id";
import { isUniqueViolation } from "@/lib/db/unique-violation";
import { AppError } from "@/workflows/errors/app-error";

export type User = typeof users.$inferSelect;

/** E-mail addresses are compared without regard to case. */
export async function findUserByEmail(db: Queryable, email: string): Promise<User | undefined> {
  const [user] = await db.select().from(users).where(sql`lower(${users.email}) = lower(${email.trim()})`);
  return user;
}

export interface NewUser {
  email: string;
  name: string;
  passwordHash: string | null;
}

/** @throws AppError `conflict` when the address has an account already */
export async function createUser(db: Queryable, input: NewUser): Promise<User> {
  try {
    // A savepoint of its own: a refused insert must not spoil the caller's transaction.
    return await db.transaction(async (tx) => {
      const [user] = await tx
        .insert(users)
        .values({ ...input, email: input.email.trim(), id: newId("usr") })
        .returning();
      if (!user) throw new Error("insert returned no user");
      return user;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError("conflict", "There is an account with this e-mail address already.", {
      field: "email",
      hint: "Sign in instead.",
    });
  }
}

export async function anyUser(db: Queryable): Promise<boolean> {
  const found = await db.select({ id: users.id }).from(users).limit(1);
  return found.length > 0;
}
