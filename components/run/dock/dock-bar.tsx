"use client";

import { ChevronUp } from "lucide-react";
import { useBuild } from "@/components/editor/build-context";
import { type DockTab, useEditorUiStore } from "@/components/editor/store/editor-ui";
import { runStanding, standingOf } from "@/components/runs/run-standing";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Late } from "@/components/ui/late";
import { estimateButton } from "../estimate/estimate-code";
import { useRun } from "../store/run-context";

/** What is left of the run panel when it is closed: the way back, and how the shown run is doing. */
export function DockBar() {
  const { setDockOpen } = useBuild();
  const ui = useEditorUiStore();
  const show = (dockTab: DockTab) => {
    ui.setState({ dockTab });
    setDockOpen(true);
  };
  const view = useRun((state) => state?.view ?? null);
  const run = useRun((state) => state?.run ?? null);
  const standing = view && runStanding(standingOf(view, run));
  return (
    <div className="flex h-9 shrink-0 items-center gap-2 border-t bg-background px-2">
      <Button size="sm" variant="ghost" onClick={() => show("run")}>
        <ChevronUp aria-hidden />
        Run panel
      </Button>
      <Button size="sm" variant="ghost" onClick={() => show("channels")}>
        Channels
      </Button>
      {standing ? <Badge tone={standing.tone}>{standing.label}</Badge> : null}
      <span className="ml-auto">
        <Late code={estimateButton} props={{}} />
      </span>
    </div>
  );
}
