"use client";

import { CircleDot, Play, StepForward } from "lucide-react";
import { useEffect, useState } from "react";
import type { NodeMark } from "@/components/canvas/marks/marks";
import { useSetMarks } from "@/components/canvas/marks/use-marks";
import { useMe } from "@/components/data/use-me";
import { StepState } from "@/components/trace/state/step-state";
import { Button } from "@/components/ui/button";
import { nodeTitle } from "@/workflows/nodes/node-title";
import type { GoOn } from "@/workflows/travel/breakpoint";
import { useRun } from "../store/run-context";
import { openStop } from "./open-stop";
import { useGoOn } from "./use-go-on";

const here: NodeMark = { tint: "human", word: "Stopped before" };

/** The breakpoint at which the shown run stands: how it goes on, and the state it has by now. */
export function StopPanel() {
  const stop = useRun((state) => openStop(state?.view));
  return stop ? <Stopped key={stop.id} /> : null;
}

function Stopped() {
  const { can } = useMe();
  const runId = useRun((state) => state?.runId ?? null);
  const document = useRun((state) => state?.document ?? null);
  const checkpoints = useRun((state) => state?.view?.checkpoints);
  const [at, before] = [checkpoints?.at(-1), checkpoints?.at(-2)];
  const next = at?.next;
  const goOn = useGoOn(runId);
  const [busy, setBusy] = useState<GoOn["mode"] | null>(null);
  const setMarks = useSetMarks();
  useEffect(() => {
    setMarks("stop", { nodes: new Map(next?.map((id) => [id, here])), dimOthers: false });
    return () => setMarks("stop", undefined);
  }, [setMarks, next]);
  const go = (how: GoOn) => {
    setBusy(how.mode);
    void goOn(how).finally(() => setBusy(null));
  };
  const titles = next?.map((id) => `“${nodeTitle(document, id)}”`).join(", ");
  return (
    <section aria-label="Breakpoint" className="grid gap-2 rounded-md border p-3">
      <h3 className="flex items-center gap-2 font-semibold">
        <CircleDot aria-hidden className="size-4 shrink-0 text-failed" />
        {titles ? `Stopped before ${titles}` : "Stopped"}
      </h3>
      {can("run.create") ? (
        <div className="flex flex-wrap gap-2">
          <Button
            size="sm"
            variant="primary"
            busy={busy === "continue"}
            disabled={busy !== null}
            onClick={() => go({ mode: "continue" })}
          >
            <Play aria-hidden />
            Continue
          </Button>
          <Button
            size="sm"
            busy={busy === "step"}
            disabled={busy !== null}
            onClick={() => go({ mode: "step" })}
          >
            <StepForward aria-hidden />
            Step
          </Button>
        </div>
      ) : null}
      <p className="text-muted-foreground text-xs">
        “Run to here” is in the menu of a node. Breakpoints that you set now count from here on.
      </p>
      {runId && at ? (
        <details open>
          <summary className="py-1 text-muted-foreground text-xs">State</summary>
          <div className="-mx-4 pt-1">
            <StepState runId={runId} checkpointId={at.checkpointId} previousId={before?.checkpointId} />
          </div>
        </details>
      ) : null}
    </section>
  );
}
