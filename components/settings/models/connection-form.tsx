"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useMemo } from "react";
import { useController, useForm, useWatch } from "react-hook-form";
import { emptyToUndefined } from "@/components/data/empty-to-undefined";
import { submitForm } from "@/components/data/submit-form";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceRow } from "@/components/ui/choice-row";
import { DialogBody } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormDialogFooter } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { PasswordInput } from "@/components/ui/password-input";
import { Textarea } from "@/components/ui/textarea";
import type { Connection, Provider } from "../items";
import { connectionDefaults, connectionFormSchema, draftOf, modelNames } from "./connection-schema";
import { FoundModels } from "./found-models";
import { useSaveConnection } from "./use-save-connection";

interface ConnectionFormProps {
  provider: Provider;
  /** The connection that is changed; without it a new one is added. */
  connection?: Connection;
  onSaved: () => void;
  onDirtyChange: (dirty: boolean) => void;
}

export function ConnectionForm({ provider, connection, onSaved, onDirtyChange }: ConnectionFormProps) {
  const keyIsStored = Boolean(connection?.keyPreview);
  const schema = useMemo(() => connectionFormSchema(provider, keyIsStored), [provider, keyIsStored]);
  const save = useSaveConnection(connection?.id);
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: connectionDefaults(provider, connection),
  });
  const allowPrivate = useController({ control: form.control, name: "allowPrivate" }).field;
  const models = useWatch({ control: form.control, name: "models" });
  const { errors, isSubmitting, isDirty } = form.formState;
  useEffect(() => onDirtyChange(isDirty), [isDirty, onDirtyChange]);

  const submit = submitForm(form, async (body) => {
    await save(body);
    onDirtyChange(false);
    onSaved();
  });

  return (
    <form onSubmit={submit} noValidate autoComplete="off" className="contents">
      <DialogBody>
        {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
        <Field label="Name" help="How this connection is called in the editor." error={errors.name?.message}>
          <Input autoComplete="off" {...form.register("name")} />
        </Field>
        <Field
          label="Base URL"
          optional={!provider.needsBaseUrl}
          help={provider.baseUrlHelp ?? usualHelp(provider)}
          error={errors.baseUrl?.message}
        >
          <Input
            type="url"
            placeholder={provider.baseUrl ?? "https://models.example.com/v1"}
            autoComplete="off"
            {...form.register("baseUrl", { setValueAs: emptyToUndefined })}
          />
        </Field>
        {provider.settings.map(({ name, label, help, placeholder, required }) => (
          <Field
            key={name}
            label={label}
            optional={!required}
            help={help ?? undefined}
            error={errors.settings?.[name]?.message}
          >
            <Input
              placeholder={placeholder ?? undefined}
              autoComplete="off"
              spellCheck={false}
              {...form.register(`settings.${name}`)}
            />
          </Field>
        ))}
        <Field
          label="Key"
          optional={!provider.needsKey}
          help={
            keyIsStored
              ? `Stored: ${connection?.keyPreview}. Leave empty to keep it.`
              : (provider.keyHelp ?? undefined)
          }
          error={errors.key?.message}
        >
          <PasswordInput
            autoComplete="off"
            className="font-mono"
            {...form.register("key", { setValueAs: emptyToUndefined })}
          />
        </Field>
        <Field label="Models" help="As the provider calls them, one a line." error={errors.models?.message}>
          <Textarea rows={4} spellCheck={false} className="font-mono text-xs" {...form.register("models")} />
        </Field>
        {provider.listsModels ? (
          <FoundModels
            draft={() => draftOf(form.getValues(), connection?.id)}
            chosen={modelNames(models)}
            onChange={(names) => form.setValue("models", names.join("\n"), { shouldDirty: true })}
          />
        ) : null}
        <ChoiceRow
          side="left"
          label="Allow private addresses"
          help="Needed for a service in your own network, such as Ollama on this machine."
        >
          <Checkbox
            checked={allowPrivate.value ?? false}
            onCheckedChange={(checked) => allowPrivate.onChange(checked === true)}
          />
        </ChoiceRow>
      </DialogBody>
      <FormDialogFooter action={connection ? "Save" : "Add"} busy={isSubmitting} />
    </form>
  );
}

function usualHelp({ needsBaseUrl }: Provider): string {
  return needsBaseUrl
    ? "The address of the service, up to and with its version, such as /v1."
    : "Only to go through a proxy or another region.";
}
