"use client";

import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { plural } from "@/components/ui/format/count";
import { toast } from "@/components/ui/toast";
import { useUnsavedGuard } from "@/components/ui/use-unsaved-guard";
import { call } from "@/lib/api/client/call";
import {
  getRetention,
  keptThings,
  previewRetention,
  type RetentionState,
  setRetention,
} from "@/lib/api/contract/retention";
import { type Choices, choicesOf, retentionOf } from "./keep-words";
import { KeptThingRow } from "./kept-thing";

export function RetentionCard({ state }: { state: RetentionState }) {
  const saved = choicesOf(state);
  const [changed, setChanged] = useState<Partial<Choices>>({});
  const choices = { ...saved, ...changed };
  const isDirty = keptThings.some((thing) => choices[thing] !== saved[thing]);
  const guard = useUnsavedGuard(isDirty);
  const saving = useSaving(choices, () => setChanged({}));
  return (
    <Card>
      <CardHeader
        title="Keeping data"
        description="How long what runs leave behind is kept, counted from their end. What still runs or waits is never deleted."
      />
      <CardBody className="gap-6">
        {keptThings.map((thing) => (
          <KeptThingRow
            key={thing}
            thing={thing}
            state={state}
            value={choices[thing]}
            onChange={(value) => setChanged({ ...changed, [thing]: value })}
          />
        ))}
        <p className="text-muted-foreground text-xs">
          States of steps are kept for the latest {plural(state.checkpointRuns, "run")} of a conversation, so
          that long ones do not grow without end. Sizes on disk are of all workspaces of this installation.
          The audit log is always kept.
        </p>
      </CardBody>
      <CardFooter>
        {isDirty ? <Button onClick={() => setChanged({})}>Discard</Button> : null}
        <Button variant="primary" busy={saving.busy} disabled={!isDirty} onClick={saving.start}>
          Save
        </Button>
      </CardFooter>
      {guard}
      {saving.question}
    </Card>
  );
}

/** Saves at once where nothing is deleted by it, else after asking. */
function useSaving(choices: Choices, onSaved: () => void) {
  const [doomed, setDoomed] = useState<Record<(typeof keptThings)[number], number> | null>(null);
  const [looking, setLooking] = useState(false);
  const update = useCall(setRetention, { refresh: [getRetention] });

  async function save() {
    await update.mutateAsync({ body: retentionOf(choices) });
    toast.done("What is kept was changed");
    onSaved();
  }

  async function start() {
    setLooking(true);
    try {
      const due = await call(previewRetention, { query: retentionOf(choices) });
      if (keptThings.some((thing) => due[thing] > 0)) setDoomed(due);
      else await save();
    } catch (error) {
      toast.failed("What is kept could not be changed", error);
    } finally {
      setLooking(false);
    }
  }

  return {
    busy: looking || update.isPending,
    start: () => void start(),
    question: (
      <ConfirmDialog
        open={doomed !== null}
        onOpenChange={(open) => !open && setDoomed(null)}
        title="Delete what is older?"
        description={doomed ? <Doomed {...doomed} /> : null}
        action="Save and delete"
        onConfirm={save}
      />
    ),
  };
}

function Doomed({ runs, events, checkpoints }: { runs: number; events: number; checkpoints: number }) {
  const lines = [
    runs > 0 && `${plural(runs, "run")} with everything about them`,
    events > 0 && `the traces of ${plural(events, "run")}`,
    checkpoints > 0 && `the states of steps of ${plural(checkpoints, "run")}`,
  ].filter((line) => line !== false);
  return (
    <>
      From the next minute on this deletes what is older now: {new Intl.ListFormat("en").format(lines)}. It
      cannot be brought back.
    </>
  );
}
