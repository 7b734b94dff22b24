"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Address } from "@/lib/api/client/address";
import { call } from "@/lib/api/client/call";
import type { Endpoint } from "@/lib/api/contract/endpoint";
import { type EndpointInput, endpointKey } from "./endpoint-key";

interface Options {
  enabled?: boolean;
  /** While another input loads, go on showing what the last one brought: filters, pages. */
  keepPrevious?: boolean;
  /** Reads again so often while the screen is looked at: for what nobody is told of. */
  againMs?: number;
  /** What it says never changes: it is read once. */
  lasting?: boolean;
}

/** Reads an endpoint of the contract and keeps the answer for every screen that asks the same. */
export function useEndpoint<E extends Endpoint>(
  endpoint: E | Address<E>,
  input: EndpointInput<E>,
  { enabled = true, keepPrevious = false, againMs, lasting = false }: Options = {},
) {
  return useQuery({
    queryKey: endpointKey(endpoint, input),
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
    enabled,
    placeholderData: keepPrevious ? keepPreviousData : undefined,
    refetchInterval: againMs ?? false,
    ...(lasting && { staleTime: Number.POSITIVE_INFINITY, gcTime: 30 * 60_000 }),
  });
}
