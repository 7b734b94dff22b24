"use client";

import { useEndpoint } from "@/components/data/use-endpoint";
import { useMe } from "@/components/data/use-me";
import { getConfigured } from "@/lib/api/contract/agents";
import type { Configured } from "@/workflows/graph/configured";

/**
 * What the workspace has set up; undefined until it is known, and for those who may only look. Whatever changes it
 * in the settings asks for it anew, and so does coming back to the window.
 */
export function useConfigured(): Configured | undefined {
  const { can } = useMe();
  return useEndpoint(getConfigured, {}, { enabled: can("agent.edit") }).data;
}
