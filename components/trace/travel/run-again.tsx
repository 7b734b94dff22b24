"use client";

import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { useMe } from "@/components/data/use-me";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import type { RunView, Span } from "@/workflows/events/run-view";
import type { GraphDocument } from "@/workflows/graph/document";
import { LateForkDialog } from "./late-fork-dialog";
import { useStepViews } from "./use-step-views";

interface RunAgainProps {
  view: RunView;
  document: GraphDocument;
  span: Span | undefined;
}

/** Begins again before the chosen visit of a node: nothing before it is run or paid for again. */
export function RunAgain({ view, document, span }: RunAgainProps) {
  const { can } = useMe();
  const [open, setOpen] = useState(false);
  const { views, error } = useStepViews(view.runId, view.checkpoints.length, open);
  if (span?.kind !== "node" || span.nodeId === undefined) return null;
  if (view.checkpoints.length === 0 || !can("run.create")) return null;
  const visit = span.visit ?? 1;
  const step = views?.before(span.nodeId, visit);
  const begins = step && step.step >= 0 ? step : undefined;
  return (
    <>
      <Button size="sm" busy={open && !views && !error} onClick={() => setOpen(true)}>
        <RotateCcw aria-hidden />
        Run again from here
      </Button>
      {open && error ? <FieldError message={error.message} /> : null}
      {open && views && !begins ? <FieldError message="No step was stored before this visit." /> : null}
      {open && begins ? (
        <LateForkDialog
          runId={view.runId}
          document={document}
          from={{ nodeId: span.nodeId, visit }}
          step={begins}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
