"use client";

import { useMemo } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { listVersions } from "@/lib/api/contract/agents";
import { semanticHash } from "@/workflows/graph/canonical";
import { useAgent } from "../agent-context";
import { useEditor } from "../store/editor-context";

/** Whether the saved draft means something else than the live version, as it is now and not as it was opened. */
export function useChangedSinceLive(): boolean {
  const { agent } = useAgent();
  const saved = useEditor((state) => state.base);
  const isLive = agent.liveVersion !== null;
  const { data } = useEndpoint(listVersions, { params: { id: agent.id } }, { enabled: isLive });
  const live = data?.items.find((version) => version.live)?.hash;
  return useMemo(
    () => isLive && (live === undefined ? agent.changedSinceLive : semanticHash(saved) !== live),
    [isLive, live, saved, agent.changedSinceLive],
  );
}
