"use client";

import { Skeleton } from "@/components/ui/skeleton";
import { customProblem, DashboardControls } from "./controls";
import { FlameScreen } from "./flame/flame-screen";
import { Overview } from "./overview";
import { useDashboardAddress, useZone } from "./use-dashboard-address";
import { useLiveFigures } from "./use-live-figures";

/** Figures of the workspace over time, or of one agent by the places of its graph. */
export function DashboardScreen() {
  const address = useDashboardAddress();
  const [values] = address;
  const zone = useZone();
  useLiveFigures();
  const isWrong = values.range === "custom" && customProblem(values.from, values.to) !== undefined;
  const isReady = zone !== undefined && !isWrong;
  return (
    <div className="grid grid-cols-1 gap-5">
      <DashboardControls address={address} />
      {isReady && values.view === "overview" ? <Overview address={address} zone={zone} /> : null}
      {isReady && values.view === "flame" ? <FlameScreen address={address} zone={zone} /> : null}
      {isWrong ? (
        <p className="text-muted-foreground text-sm">Choose the first and last day to see their figures.</p>
      ) : null}
      {zone === undefined && !isWrong ? <Skeleton className="h-96 rounded-lg" /> : null}
    </div>
  );
}
