"use client";

import { HeartPulse, RefreshCw } from "lucide-react";
import { ListView } from "@/components/data/list-view";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useListState } from "@/components/data/use-list-state";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { SortSelect } from "@/components/ui/sort-select";
import { listBreakers } from "@/lib/api/contract/outgoing";
import type { SeenBreaker } from "../items";
import { BreakerItem } from "./breaker-item";
import { breakerWords, urgency } from "./breaker-words";

/** Everything outside that does not answer as it should: models, hosts of HTTP requests. */
export function OutgoingCard() {
  const breakers = useEndpoint(listBreakers, {});
  const list = useListState({
    columns: {
      state: (breaker: SeenBreaker) => urgency(breaker),
      name: (breaker) => breaker.name,
      since: (breaker) => breaker.since,
    },
    start: { by: "state", direction: "asc" },
    text: (breaker) => [breaker.name, breaker.lastError, breakerWords(breaker).state],
  });
  return (
    <Card>
      <CardHeader
        title="Outgoing calls"
        description="Models and hosts whose calls fail. After five failures in a row they are left alone for a while, and nodes that call them fail at once or go on with a fallback."
        actions={
          <Button busy={breakers.isFetching} onClick={() => void breakers.refetch()}>
            <RefreshCw aria-hidden />
            Refresh
          </Button>
        }
      />
      <ListView
        bare
        query={breakers}
        list={list}
        noun="failing calls"
        tools={<SortSelect options={orders} sort={list.sort} onSort={list.setSort} />}
        empty={
          <EmptyState icon={HeartPulse} title="Nothing fails at the moment" className="py-10">
            A model or host appears here with its first failure and goes with its next answer.
          </EmptyState>
        }
      >
        {(items) => (
          <ul className="divide-y">
            {items.map((breaker) => (
              <li key={breaker.key} className="px-4 py-3.5">
                <BreakerItem breaker={breaker} />
              </li>
            ))}
          </ul>
        )}
      </ListView>
    </Card>
  );
}

const orders = [
  { sort: { by: "state", direction: "asc" }, label: "Worst first" },
  { sort: { by: "name", direction: "asc" }, label: "Name" },
  { sort: { by: "since", direction: "desc" }, label: "Newest" },
] as const;
