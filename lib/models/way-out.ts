import type { Egress, WayOut } from "@/lib/egress/egress";
import type { RulesOf } from "@/lib/egress/settings";

export type ModelsWayOut = Pick<WayOut, "fetchFor">;

/**
 * The way out of a workspace's models. What the workspace denies binds them, too. What it allows does not: a
 * connection is itself the choice of an administrator, and its address need not be listed again.
 */
export function modelsWayOut(
  { egress, rulesOf }: { egress: Egress; rulesOf: RulesOf },
  workspaceId: string,
): ModelsWayOut {
  return {
    fetchFor: (allow) => async (input, init) => {
      const { deny } = await rulesOf(workspaceId);
      return egress.within({ allow: [], deny }).fetchFor(allow)(input, init);
    },
  };
}
