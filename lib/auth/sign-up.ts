import type { Database } from "@/lib/db/database";
import { AppError } from "@/workflows/errors/app-error";
import { isSignUpOpen } from "./instance-settings";
import { acceptInvitation } from "./invitations";
import { hashPassword } from "./password";
import type { Role } from "./permissions";
import { createUser, type User } from "./users";
import { addMember, firstWorkspaceId } from "./workspaces";

export interface SignUp {
  name: string;
  email: string;
  password: string;
  /** Token of an invitation link. */
  invitation?: string;
}

/** Role of somebody who signs up without an invitation: may look, may not change. */
const openSignUpRole: Role = "viewer";

/** @throws AppError `forbidden` when sign-up is closed, `not_found` for a dead invitation, `conflict` */
export async function signUp(db: Database, input: SignUp): Promise<User> {
  const passwordHash = await hashPassword(input.password);
  return db.transaction(async (tx) => {
    const place = input.invitation
      ? await acceptInvitation(tx, { token: input.invitation, email: input.email })
      : await openPlace(tx);
    const user = await createUser(tx, { name: input.name, email: input.email, passwordHash });
    await addMember(tx, { ...place, userId: user.id });
    return user;
  });
}

/** Where open sign-up leads. @throws AppError `forbidden` while it is closed */
export async function openPlace(
  db: Parameters<typeof isSignUpOpen>[0],
): Promise<{ workspaceId: string; role: Role }> {
  const workspaceId = await firstWorkspaceId(db);
  if (workspaceId && (await isSignUpOpen(db))) return { workspaceId, role: openSignUpRole };
  throw new AppError("forbidden", "Sign-up is closed.", { hint: "Ask an administrator for an invitation." });
}
