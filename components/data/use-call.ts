"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "@/lib/api/client/call";
import type { CallOutput, Endpoint } from "@/lib/api/contract/endpoint";
import { type EndpointInput, endpointKey } from "./endpoint-key";

interface Options<E extends Endpoint> {
  /** Endpoints whose answers are no longer true afterwards; they are read again before the call counts as done. */
  refresh?: readonly Endpoint[];
  onSuccess?: (output: CallOutput<E>, input: EndpointInput<E>) => void;
  onError?: (error: Error, input: EndpointInput<E>) => void;
}

/** Changes something through an endpoint of the contract. */
export function useCall<E extends Endpoint>(
  endpoint: E,
  { refresh = [], onSuccess, onError }: Options<E> = {},
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: EndpointInput<E>) => call(endpoint, input),
    onSuccess: async (output, input) => {
      onSuccess?.(output, input);
      await Promise.all(refresh.map((stale) => client.invalidateQueries({ queryKey: endpointKey(stale) })));
    },
    onError,
  });
}
