"use client";

import { useEndpoint } from "@/components/data/use-endpoint";
import { getTelemetry } from "@/lib/api/contract/telemetry";
import { LoadedCard } from "../form-card";
import { NeedsPermission } from "../needs-permission";
import { StandingCard } from "./standing-card";
import { TelemetryCard } from "./telemetry-card";

/** Where the workspace's traces are sent to, and how that goes. */
export function TelemetrySettings() {
  return (
    <NeedsPermission permission="workspace.manage">
      <Loaded />
    </NeedsPermission>
  );
}

function Loaded() {
  const telemetry = useEndpoint(getTelemetry, {});
  return (
    <LoadedCard query={telemetry} what="telemetry settings" rows={5}>
      {(state) => (
        <>
          <TelemetryCard key={JSON.stringify(state.settings)} state={state} />
          {state.standing && state.settings?.enabled ? (
            <StandingCard
              standing={state.standing}
              onRefresh={() => void telemetry.refetch()}
              refreshing={telemetry.isFetching}
            />
          ) : null}
        </>
      )}
    </LoadedCard>
  );
}
