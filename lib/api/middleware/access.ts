import { type Actor, may, type WorkspaceActor } from "@/lib/auth/actor";
import type { Permission } from "@/lib/auth/permissions";
import { AppError } from "@/workflows/errors/app-error";

export type MemberActor = Extract<Actor, { kind: "member" }>;

const signIn = () =>
  new AppError("unauthenticated", "This needs a signed-in member or an API key.", {
    hint: "Sign in, or send an API key as `Authorization: Bearer …`.",
  });

/** @throws AppError unauthenticated, forbidden */
export function requirePermission(actor: Actor | null, permission: Permission): WorkspaceActor {
  if (!actor || actor.kind === "visitor") throw signIn();
  if (!may(actor, permission)) throw forbidden(actor, permission);
  return actor;
}

/** @throws AppError unauthenticated, forbidden */
export function requireMember(actor: Actor | null): MemberActor {
  if (!actor || actor.kind === "visitor") throw signIn();
  if (actor.kind !== "member") throw new AppError("forbidden", "An API key cannot do this; sign in instead.");
  return actor;
}

/** What a refusal says to somebody who is known but may not. */
export function forbidden(actor: WorkspaceActor, permission: Permission): AppError {
  return actor.kind === "member"
    ? new AppError("forbidden", `The role ${actor.role} does not include ${permission}.`, {
        hint: "Ask an administrator of the workspace for another role.",
      })
    : new AppError("forbidden", `The scopes of this API key do not include ${permission}.`, {
        hint: "Use a key with another scope.",
      });
}
