"use client";

import { useState } from "react";
import { isProblem } from "@/components/data/problem";
import { useCall } from "@/components/data/use-call";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { errorMessage } from "@/components/ui/error-message";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { useUnsavedGuard } from "@/components/ui/use-unsaved-guard";
import {
  getTelemetry,
  setTelemetry,
  type TelemetrySettings,
  type TelemetryState,
  testTelemetry,
} from "@/lib/api/contract/telemetry";
import { draftOf, type Problems, settingsOf, type TelemetryDraft } from "./draft";
import { ReceiverFields } from "./receiver-fields";
import { TestOutcome } from "./test-outcome";
import { ToldFields } from "./told-fields";

/** The form: where traces go, with what, and a test of what stands in it. */
export function TelemetryCard({ state: { settings, operator } }: { state: TelemetryState }) {
  const saved = draftOf(settings);
  const [draft, setDraft] = useState(saved);
  const [problems, setProblems] = useState<Problems>({});
  const save = useCall(setTelemetry, { refresh: [getTelemetry] });
  const test = useCall(testTelemetry, { onError: () => {} });
  const isDirty = JSON.stringify(draft) !== JSON.stringify(saved);
  const guard = useUnsavedGuard(isDirty);
  const set = (change: Partial<TelemetryDraft>) => {
    setDraft((current) => ({ ...current, ...change }));
    test.reset();
  };
  const told = (error: unknown) => {
    const field = isProblem(error) ? error.problem.field : undefined;
    setProblems({ [field?.replace(/^settings\./, "") ?? "root"]: errorMessage(error) });
  };
  /** What stands in the form, where it is fit to be sent. */
  const checked = (): TelemetrySettings | undefined => {
    const { settings: ready, problems: found } = settingsOf(draft);
    setProblems(found ?? {});
    return ready;
  };
  const store = async (next: TelemetrySettings | null) => {
    try {
      await save.mutateAsync({ body: { settings: next } });
      toast.done(next ? "The telemetry settings were saved" : "The receiver was removed");
    } catch (error) {
      told(error);
    }
  };
  const submit = async () => {
    const ready = checked();
    if (ready) await store(ready);
  };
  const trial = () => {
    const ready = checked();
    if (ready) test.mutate({ body: { settings: ready } }, { onError: told });
  };
  return (
    <Card>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <CardHeader
          title="Telemetry"
          description="Sends the trace of every run to a receiver of OpenTelemetry: Langfuse, LangSmith, Grafana, Jaeger or a collector. Nothing is sent until you set one up."
        />
        <CardBody>
          {problems.root ? <Notice tone="failed">{problems.root}</Notice> : null}
          {operator ? (
            <Notice tone="neutral">
              Whoever runs this installation sends the traces of all workspaces to {operator.host}, without
              what people, models and tools said.
            </Notice>
          ) : null}
          <ReceiverFields draft={draft} problems={problems} onChange={set} />
          <ToldFields draft={draft} problems={problems} onChange={set} />
          {test.data ? <TestOutcome outcome={test.data} /> : null}
        </CardBody>
        <CardFooter>
          {settings ? (
            <Button variant="ghost" disabled={save.isPending} onClick={() => void store(null)}>
              Remove
            </Button>
          ) : null}
          <Button busy={test.isPending} onClick={trial}>
            Send a test trace
          </Button>
          <Button type="submit" variant="primary" busy={save.isPending} disabled={!isDirty}>
            Save
          </Button>
        </CardFooter>
      </form>
      {guard}
    </Card>
  );
}
