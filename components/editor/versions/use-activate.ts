import { useCall } from "@/components/data/use-call";
import { toast } from "@/components/ui/toast";
import {
  activateVersion,
  getAgent,
  getConfigured,
  getVersion,
  listVersions,
} from "@/lib/api/contract/agents";
import { useAgent } from "../agent-context";

/** Whatever shows which version is live is read again. */
export const liveShownBy = [listVersions, getVersion, getAgent, getConfigured] as const;

/** Puts a version live: going back to an earlier one is the same as going on to a later one. */
export function useActivate(number: number) {
  const { agent } = useAgent();
  const activate = useCall(activateVersion, {
    refresh: liveShownBy,
    onSuccess: () => toast.done(`Version ${number} is live`),
    onError: (error) => toast.failed(`Version ${number} could not be put live`, error),
  });
  return {
    busy: activate.isPending,
    activate: () => activate.mutate({ params: { id: agent.id, number } }),
  };
}
