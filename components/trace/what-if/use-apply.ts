"use client";

import { useMutation } from "@tanstack/react-query";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/api/client/call";
import { changeDraft, getAgent } from "@/lib/api/contract/agents";
import type { PlainMessage } from "@/workflows/events/message";
import { graphInside } from "@/workflows/graph/inside";
import { splitAddress } from "@/workflows/graph/node-address";
import type { DocumentOperation, SingleOperation } from "@/workflows/graph/operation";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { type Applied, applyChanges, type Changed } from "./apply-changes";

interface Place {
  agentId: string;
  nodeId: string;
}

/** Puts a change that was tried out into the draft, as it stands now. */
export function useApply({ agentId, nodeId }: Place) {
  return useMutation({
    mutationFn: ({ asked, changed }: { asked: readonly PlainMessage[]; changed: Changed }) =>
      apply({ agentId, nodeId }, asked, changed),
    onError: (error) => toast.failed("The draft could not be changed", error),
  });
}

async function apply(
  { agentId, nodeId }: Place,
  asked: readonly PlainMessage[],
  changed: Changed,
): Promise<Applied> {
  const { draft, revision } = await call(getAgent, { params: { id: agentId } });
  const { within, id } = splitAddress(nodeId);
  const node = graphInside(draft, within, nodeDefinitions)?.nodes[id];
  if (!node) throw new Error("The draft no longer has this node.");
  const applied = applyChanges(node.config, asked, changed);
  if (Object.keys(applied.set).length === 0) return applied;
  const operation: DocumentOperation = { op: "node.configure", id, set: applied.set, unset: [] };
  await call(changeDraft, {
    params: { id: agentId },
    body: { revision, operations: [placed(within, operation)] },
  });
  return applied;
}

function placed(within: string | undefined, operation: DocumentOperation): SingleOperation {
  return within === undefined ? operation : { op: "node.inside", at: within.split("/"), operation };
}
