import type { Actor, WorkspaceActor } from "@/lib/auth/actor";
import type { Permission } from "@/lib/auth/permissions";
import type { ChatCaller } from "./chat-caller";
import type { Access, Endpoint } from "./contract/endpoint";
import { type MemberActor, requireMember, requirePermission } from "./middleware/access";

/** Who a handler gets to see: as much as its endpoint's access rule has proven. */
export type CallerOf<A extends Access> = A extends Permission
  ? WorkspaceActor
  : A extends "signed-in"
    ? MemberActor
    : A extends "chat"
      ? ChatCaller
      : Actor | null;

/**
 * The one access check of the API. Returns what CallerOf names for the endpoint's rule.
 * @throws AppError unauthenticated, forbidden, not_found
 */
export async function callerOf(
  { access }: Endpoint,
  actor: Actor | null,
  asChatCaller: (actor: Actor | null) => Promise<ChatCaller>,
): Promise<Actor | ChatCaller | null> {
  if (access === "anyone") return actor;
  if (access === "signed-in") return requireMember(actor);
  if (access === "chat") return asChatCaller(actor);
  return requirePermission(actor, access);
}
