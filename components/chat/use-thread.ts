"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { endpointKey } from "@/components/data/endpoint-key";
import { useEndpoint } from "@/components/data/use-endpoint";
import { call } from "@/lib/api/client/call";
import { getThread, listThreads } from "@/lib/api/contract/chat";

/** A conversation with its turns; `reload` reads it and the list of conversations again. */
export function useThread(slug: string, threadId: string | null) {
  const client = useQueryClient();
  const thread = useEndpoint(
    getThread,
    { params: { slug, threadId: threadId ?? "" } },
    { enabled: threadId !== null },
  );
  const reload = useCallback(
    () =>
      Promise.all([
        client.invalidateQueries({ queryKey: endpointKey(getThread) }),
        client.invalidateQueries({ queryKey: endpointKey(listThreads) }),
      ]),
    [client],
  );
  /** Reads a new conversation before it is shown, so that opening it shows no skeleton. */
  const warm = useCallback(
    (id: string) => {
      const input = { params: { slug, threadId: id } };
      void client.invalidateQueries({ queryKey: endpointKey(listThreads) });
      return client.prefetchQuery({
        queryKey: endpointKey(getThread, input),
        queryFn: () => call(getThread, input),
      });
    },
    [client, slug],
  );
  return { thread, reload, warm };
}
