"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { submitForm } from "@/components/data/submit-form";
import { useCall } from "@/components/data/use-call";
import { useEndpoint } from "@/components/data/use-endpoint";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { getRunLimits, type LimitsState, setRunLimits } from "@/lib/api/contract/run-limits";
import { FormCard, LoadedCard } from "../form-card";
import { limitOf, limitText, textOf } from "./limit-field";

/** How many runs of the workspace may be in progress and may wait, for administrators. */
export function RunLimitsCard() {
  const limits = useEndpoint(getRunLimits, {});
  return (
    <LoadedCard query={limits} what="limits of runs" rows={3}>
      {(data) => <LimitsForm state={data} />}
    </LoadedCard>
  );
}

const schema = z.object({ running: limitText(1, 100_000), queued: limitText(0, 1_000_000) });

function LimitsForm({ state: { chosen, installation, now } }: { state: LimitsState }) {
  const update = useCall(setRunLimits, { refresh: [getRunLimits] });
  const form = useForm({
    resolver: zodResolver(schema),
    values: { running: textOf(chosen.running), queued: textOf(chosen.queued) },
  });
  const { errors } = form.formState;

  const submit = submitForm(form, async ({ running, queued }) => {
    await update.mutateAsync({ body: { running: limitOf(running), queued: limitOf(queued) } });
    toast.done("The limits of runs were saved");
  });

  return (
    <FormCard
      title="Limits of runs"
      description={`Now ${words(now.running)} in progress and ${words(now.waiting)} waiting. What has begun is never stopped by a limit.`}
      state={form.formState}
      onSubmit={submit}
    >
      <Field
        label="In progress at once"
        help={`At work, or next in the queue. A run that waits for an answer does not count. Empty: ${words(installation.running)}.`}
        error={errors.running?.message}
        className="max-w-md"
      >
        <Input inputMode="numeric" autoComplete="off" {...form.register("running")} />
      </Field>
      <Field
        label="Waiting beyond those"
        help={`One more is refused, and told when to come back. Empty: ${words(installation.queued)}.`}
        error={errors.queued?.message}
        className="max-w-md"
      >
        <Input inputMode="numeric" autoComplete="off" {...form.register("queued")} />
      </Field>
    </FormCard>
  );
}

const words = (count: number) => count.toLocaleString("en");
