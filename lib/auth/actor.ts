import type { Principal } from "@/workflows/graph/principal";
import { type KeyScope, type Permission, type Role, roleMay, scopesMay } from "./permissions";

/** Who asks. Every query takes one and stays inside its workspace. */
export type Actor =
  | { kind: "member"; userId: string; name: string; workspaceId: string; role: Role }
  | { kind: "key"; keyId: string; name: string; workspaceId: string; scopes: readonly KeyScope[] }
  /** Somebody on a public chat page; sees only threads of its own visitor id. */
  | { kind: "visitor"; visitorId: string };

/** An actor inside a workspace, i.e. not a visitor. */
export type WorkspaceActor = Exclude<Actor, { kind: "visitor" }>;

export function may(actor: Actor, permission: Permission): boolean {
  if (actor.kind === "member") return roleMay(actor.role, permission);
  if (actor.kind === "key") return scopesMay(actor.scopes, permission);
  return false;
}

/** For whom that is done which an actor has agents do. */
export function principalOf(actor: Actor): Principal {
  return actor.kind === "member" ? actor.role : actor.kind;
}
