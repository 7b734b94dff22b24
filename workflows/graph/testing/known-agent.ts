import type { AgentSignature, KnownAgent } from "@/workflows/graph/known-agent";

/** A published agent that takes and gives nothing, unless the test says otherwise. */
export function knownAgent(
  slug: string,
  more: Partial<KnownAgent> = {},
  signature: Partial<AgentSignature> = {},
): KnownAgent {
  return {
    id: `agt_${slug}`,
    slug,
    name: slug,
    isDeleted: false,
    liveVersion: 1,
    newestVersion: 1,
    signatures: [{ version: 1, inputs: [], outputs: [], ...signature }],
    ...more,
  };
}
