"use client";

import { useEndpoint } from "@/components/data/use-endpoint";
import { useMe } from "@/components/data/use-me";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { getWorkspace } from "@/lib/api/contract/workspace";
import { DataRulesCard } from "./data-rules-card";
import { RunLimitsCard } from "./run-limits-card";
import { SignUpCard } from "./sign-up-card";
import { WorkspaceNameCard } from "./workspace-name-card";

export function WorkspaceSettings() {
  const workspace = useEndpoint(getWorkspace, {});
  const mayManage = useMe().can("workspace.manage");
  if (workspace.isError) {
    return (
      <ErrorState
        title="The settings could not be loaded"
        error={workspace.error}
        onRetry={() => void workspace.refetch()}
        retrying={workspace.isFetching}
      />
    );
  }
  if (workspace.isPending) {
    return (
      <Card>
        <SkeletonRows rows={3} label="Loading settings" />
      </Card>
    );
  }
  return (
    <>
      <WorkspaceNameCard name={workspace.data.name} />
      <SignUpCard open={workspace.data.signUpOpen} />
      {mayManage ? <RunLimitsCard /> : null}
      {mayManage ? <DataRulesCard /> : null}
    </>
  );
}
