import type { Queryable } from "@/lib/db/database";
import { type Actor, may } from "./actor";
import { firstWorkspaceId } from "./workspaces";

/** Whether somebody may see the whole installation: an administrator of its first workspace, who also set it up. */
export async function mayOversee(db: Queryable, actor: Actor): Promise<boolean> {
  if (actor.kind !== "member" || !may(actor, "system.read")) return false;
  return (await firstWorkspaceId(db)) === actor.workspaceId;
}
