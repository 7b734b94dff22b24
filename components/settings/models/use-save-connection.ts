"use client";

import { useCall } from "@/components/data/use-call";
import { getConfigured } from "@/lib/api/contract/agents";
import type { CallInput } from "@/lib/api/contract/endpoint";
import { createConnection, listConnections, listModels, updateConnection } from "@/lib/api/contract/models";

/** Adds a connection, or changes the one with this id. */
export function useSaveConnection(id: string | undefined) {
  const refresh = [listConnections, listModels, getConfigured];
  const create = useCall(createConnection, { refresh });
  const update = useCall(updateConnection, { refresh });
  return (body: CallInput<typeof createConnection>["body"]) =>
    id ? update.mutateAsync({ params: { id }, body }) : create.mutateAsync({ body });
}
