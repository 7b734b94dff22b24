"use client";

import { useEndpoint } from "@/components/data/use-endpoint";
import { ErrorState } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { getSystem } from "@/lib/api/contract/system";
import { NeedsPermission } from "../needs-permission";
import { BreakersCard } from "./breakers-card";
import { HealthCard } from "./health-card";
import { ProcessesCard } from "./processes-card";

/** As often as processes show themselves. */
const againMs = 5_000;

export function SystemSettings() {
  return (
    <NeedsPermission permission="system.read">
      <Overview />
    </NeedsPermission>
  );
}

function Overview() {
  const { data, error, isFetching, refetch } = useEndpoint(getSystem, {}, { againMs });
  if (!data && error) {
    return (
      <ErrorState
        title="The system could not be read"
        error={error}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  }
  if (!data) return <SkeletonRows rows={6} label="Loading the system" />;
  return (
    <>
      {error ? (
        <Notice tone="waiting" title="This is out of date">
          It could not be read again; the next try follows in a few seconds.
        </Notice>
      ) : null}
      <HealthCard problems={data.problems} queue={data.queue} />
      <ProcessesCard processes={data.processes} />
      <BreakersCard breakers={data.breakers} />
    </>
  );
}
