"use client";

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { isProblem } from "./problem";
import { signInAddress } from "./sign-in-address";

const RETRIES = 2;

function makeClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // A refusal stays a refusal; only a server that was not reached or that broke may do better next time.
        retry: (count, error) => count < RETRIES && isProblem(error) && mayPass(error.problem.status),
      },
    },
  });
}

const mayPass = (status: number) => status === 0 || status >= 500;

function leaveWhenSignedOut(error: Error) {
  if (isProblem(error) && error.problem.status === 401) location.assign(signInAddress(location));
}

export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(makeClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
