"use client";

import { useBuild } from "@/components/editor/build-context";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useRun, useRunFeedContext } from "../store/run-context";
import { DockHeader } from "./dock-header";
import { DockIntro } from "./dock-intro";
import { LateDockSteps } from "./late-dock-steps";
import { RunSide } from "./run-side";
import { Timeline } from "./timeline";

/** The run panel: what happens over time at the left, the talk with the run at the right. */
export function RunDock() {
  const { runId } = useBuild();
  return (
    <section aria-label="Run" className="flex h-full min-h-0 flex-col bg-background">
      <DockHeader />
      <div className="flex min-h-0 flex-1 flex-col max-md:overflow-y-auto md:grid md:grid-cols-[minmax(0,1fr)_minmax(18rem,26rem)]">
        <div className="flex min-w-0 flex-col max-md:shrink-0 md:min-h-0">
          <div className="min-h-0 flex-1 md:overflow-y-auto">{runId ? <ShownRun /> : <DockIntro />}</div>
          {runId ? <LateDockSteps /> : null}
        </div>
        <div className="min-w-0 max-md:order-first max-md:shrink-0 max-md:border-b md:min-h-0 md:border-l">
          <RunSide />
        </div>
      </div>
    </section>
  );
}

function ShownRun() {
  const feed = useRunFeedContext();
  const status = useRun((state) => state?.status);
  const error = useRun((state) => state?.error);
  if (status === "failed") {
    return (
      <ErrorState
        title="The run could not be shown"
        error={error}
        onRetry={() => feed?.retry()}
        className="py-6"
      />
    );
  }
  if (!feed || status === "loading") return <SkeletonRows rows={3} label="Loading the run" />;
  return <Timeline />;
}
