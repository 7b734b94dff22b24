"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Controller, useForm } from "react-hook-form";
import { z } from "zod";
import { submitForm } from "@/components/data/submit-form";
import { useCall } from "@/components/data/use-call";
import { limitOf, limitText, textOf } from "@/components/settings/workspace/limit-field";
import { DialogBody } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormDialog, FormDialogFooter } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { getConfigured } from "@/lib/api/contract/agents";
import { listCatalogue } from "@/lib/api/contract/model-catalogue";
import { listConnections, ruleConnection } from "@/lib/api/contract/models";
import { dataClasses } from "@/workflows/catalogue/data-class";
import { regionSchema } from "@/workflows/catalogue/region";
import type { Connection } from "../items";

const notSaid = "none";

const schema = z.object({
  region: z
    .string()
    .trim()
    .pipe(z.union([z.literal(""), regionSchema])),
  dataClass: z.enum([notSaid, ...dataClasses]),
  requestsPerMinute: limitText(1, 1_000_000),
  tokensPerMinute: limitText(100, 1_000_000_000),
  maxWaitSeconds: limitText(0, 3_600),
});

const limits = [
  {
    name: "requestsPerMinute",
    label: "Requests a minute",
    help: "Calls beyond it wait for their turn, in all processes together. Empty: no limit.",
  },
  { name: "tokensPerMinute", label: "Tokens a minute", help: "Of prompts and answers. Empty: no limit." },
  {
    name: "maxWaitSeconds",
    label: "Longest wait in seconds",
    help: "A call that would wait longer fails, and a fallback is asked. Empty: as long as its node may take.",
  },
] as const;

/** Where a connection's models run, what they may see, and how many calls its key allows. */
export function ConnectionRulesDialog({
  connection,
  onClose,
}: {
  connection: Connection;
  onClose: () => void;
}) {
  const save = useCall(ruleConnection, { refresh: [listConnections, listCatalogue, getConfigured] });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: formOf(connection),
  });
  const { errors, isSubmitting, isDirty, isSubmitSuccessful } = form.formState;
  const submit = submitForm(form, async ({ region, dataClass, ...typed }) => {
    await save.mutateAsync({
      params: { id: connection.id },
      body: {
        facts: { ...(region && { region }), ...(dataClass !== notSaid && { dataClass }) },
        limits: {
          requestsPerMinute: limitOf(typed.requestsPerMinute),
          tokensPerMinute: limitOf(typed.tokensPerMinute),
          maxWaitSeconds: limitOf(typed.maxWaitSeconds),
        },
      },
    });
    onClose();
  });
  return (
    <FormDialog
      open
      onOpenChange={onClose}
      dirty={isDirty && !isSubmitSuccessful}
      onDiscard={() => form.reset()}
      title={`Rules of “${connection.name}”`}
      description="They hold for all of its models; the catalogue may say otherwise of one."
    >
      <form onSubmit={submit} noValidate className="contents">
        <DialogBody>
          {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
          <Field
            label="Region"
            optional
            help="Where its models run, such as eu."
            error={errors.region?.message}
          >
            <Input autoComplete="off" spellCheck={false} {...form.register("region")} />
          </Field>
          <Controller
            control={form.control}
            name="dataClass"
            render={({ field }) => (
              <Field label="Data it may see" error={errors.dataClass?.message}>
                <Select
                  className="w-full"
                  value={field.value}
                  onValueChange={field.onChange}
                  options={[
                    { value: notSaid, label: "Not said: public data alone" },
                    ...dataClasses.map((value) => ({ value, label: `Up to ${value}` })),
                  ]}
                />
              </Field>
            )}
          />
          {limits.map(({ name, label, help }) => (
            <Field key={name} label={label} optional help={help} error={errors[name]?.message}>
              <Input
                inputMode="numeric"
                autoComplete="off"
                className="tabular-nums"
                {...form.register(name)}
              />
            </Field>
          ))}
        </DialogBody>
        <FormDialogFooter action="Save" busy={isSubmitting} />
      </form>
    </FormDialog>
  );
}

function formOf(connection: Connection): z.input<typeof schema> {
  return {
    region: connection.facts.region ?? "",
    dataClass: connection.facts.dataClass ?? notSaid,
    requestsPerMinute: textOf(connection.limits.requestsPerMinute),
    tokensPerMinute: textOf(connection.limits.tokensPerMinute),
    maxWaitSeconds: textOf(connection.limits.maxWaitSeconds),
  };
}
