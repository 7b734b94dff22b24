import { eq } from "drizzle-orm";
import { z } from "zod";
import { instanceSettings } from "@/drizzle/schema";
import type { Queryable } from "@/lib/db/database";

const signUpKey = "sign_up_open";

/** Whether anybody may make an account; closed until an administrator opens it. */
export async function isSignUpOpen(db: Queryable): Promise<boolean> {
  const [row] = await db.select().from(instanceSettings).where(eq(instanceSettings.key, signUpKey));
  return z.boolean().catch(false).parse(row?.value);
}

export async function setSignUpOpen(db: Queryable, open: boolean): Promise<void> {
  await db
    .insert(instanceSettings)
    .values({ key: signUpKey, value: open })
    .onConflictDoUpdate({ target: instanceSettings.key, set: { value: open } });
}
