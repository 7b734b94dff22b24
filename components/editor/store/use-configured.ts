"use client";

import { useEndpoint } from "@/components/data/use-endpoint";
import { useMe } from "@/components/data/use-me";
import { getConfigured } from "@/lib/api/contract/agents";
import type { Configured } from "@/workflows/graph/configured";
import type { PinnedCall } from "@/workflows/graph/pinned-calls";

/** Calls of certain versions as the API takes them: `clerk@1,order-help@3`, the same for the same calls. */
export function pinnedNames(calls: readonly PinnedCall[]): string {
  return [...new Set(calls.map(({ slug, version }) => `${slug}@${version}`))].sort().join(",");
}

/**
 * What the workspace has set up; undefined until it is known, and for those who may only look. Whatever changes it
 * in the settings asks for it anew, and so does coming back to the window.
 * @param pinned what `pinnedNames` says of the graph
 */
export function useConfigured(pinned: string): Configured | undefined {
  const { can } = useMe();
  const query = pinned ? { pinned } : {};
  return useEndpoint(getConfigured, { query }, { enabled: can("agent.edit"), keepPrevious: true }).data;
}
