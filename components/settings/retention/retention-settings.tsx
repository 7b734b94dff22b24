"use client";

import { useEndpoint } from "@/components/data/use-endpoint";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { getRetention } from "@/lib/api/contract/retention";
import { NeedsPermission } from "../needs-permission";
import { RetentionCard } from "./retention-card";

/** What is deleted when, and how much there is. */
export function RetentionSettings() {
  return (
    <NeedsPermission permission="workspace.manage">
      <Loaded />
    </NeedsPermission>
  );
}

function Loaded() {
  const retention = useEndpoint(getRetention, {});
  if (retention.isError) {
    return (
      <ErrorState
        title="What is kept could not be loaded"
        error={retention.error}
        onRetry={() => void retention.refetch()}
        retrying={retention.isFetching}
      />
    );
  }
  if (retention.isPending) {
    return (
      <Card>
        <SkeletonRows rows={4} label="Loading what is kept" />
      </Card>
    );
  }
  return <RetentionCard state={retention.data} />;
}
