"use client";

import { useEndpoint } from "@/components/data/use-endpoint";
import { listBreakers } from "@/lib/api/contract/outgoing";
import { BreakerItem } from "../../outgoing/breaker-item";
import type { Source } from "../items";

/** The circuit breaker before the host of a source, while its calls fail. */
export function SourceBreaker({ source }: { source: Source }) {
  const host = source.address && URL.parse(source.address)?.host;
  const breakers = useEndpoint(listBreakers, {}).data?.items ?? [];
  const breaker = breakers.find(({ kind, name }) => kind === "host" && name === host);
  return breaker ? (
    <div className="rounded-md border px-3 py-2.5">
      <BreakerItem breaker={breaker} />
    </div>
  ) : null;
}
