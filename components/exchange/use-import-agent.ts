"use client";

import { useRouter } from "next/navigation";
import { useCall } from "@/components/data/use-call";
import { toast } from "@/components/ui/toast";
import { createAgent, listAgents } from "@/lib/api/contract/agents";
import type { GraphDocument } from "@/workflows/graph/document";

/** Makes a new agent of a graph and opens it. */
export function useImportAgent() {
  const router = useRouter();
  const create = useCall(createAgent, {
    refresh: [listAgents],
    onSuccess: (agent) => router.push(`/agents/${agent.id}`),
    onError: (error) => toast.failed("The agent could not be made", error),
  });
  return {
    isPending: create.isPending,
    mutate: ({ name, document }: { name: string; document: GraphDocument }) =>
      create.mutate({ body: { name: name.trim(), from: { kind: "document", document } } }),
  };
}
