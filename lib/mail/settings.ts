import { eq } from "drizzle-orm";
import { workspaces } from "@/drizzle/schema";
import { type MailServer, mailServerSchema } from "@/lib/api/contract/mail";
import type { Queryable } from "@/lib/db/database";

/** The workspace's mail server, if it has one. */
export async function readMailServer(db: Queryable, workspaceId: string): Promise<MailServer | null> {
  const [row] = await db
    .select({ mail: workspaces.mail })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId));
  return mailServerSchema.nullable().parse(row?.mail ?? null);
}

export async function writeMailServer(
  db: Queryable,
  workspaceId: string,
  server: MailServer | null,
): Promise<void> {
  await db.update(workspaces).set({ mail: server }).where(eq(workspaces.id, workspaceId));
}
