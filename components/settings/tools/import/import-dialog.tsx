"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { submitForm } from "@/components/data/submit-form";
import { useCall } from "@/components/data/use-call";
import { DialogBody } from "@/components/ui/dialog";
import { FormDialog, FormDialogFooter } from "@/components/ui/form-dialog";
import { Notice } from "@/components/ui/notice";
import { RadioCards } from "@/components/ui/radio-cards";
import { discoverTools, importKinds } from "@/lib/api/contract/tools";
import type { Catalogue } from "../items";
import { kindWords } from "../words";
import { ChooseStep } from "./choose-step";
import { SourceFields } from "./source-fields";
import { documentOf, formOf, type SourceForm, settingsOf, sourceFormSchema } from "./source-form-schema";

interface ImportDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** First where the source is, then which of what it has. */
export function ImportDialog({ open, onOpenChange }: ImportDialogProps) {
  const router = useRouter();
  const [found, setFound] = useState<{ form: SourceForm; catalogue: Catalogue }>();
  const discover = useCall(discoverTools);
  const form = useForm({ resolver: zodResolver(sourceFormSchema), defaultValues: formOf("openapi") });
  const kind = form.watch("kind");
  const { errors, isSubmitting, isDirty } = form.formState;
  const discard = () => {
    form.reset(formOf("openapi"));
    setFound(undefined);
  };
  const submit = submitForm(form, async (values) => {
    const body = { ...settingsOf(values), document: documentOf(values) };
    const catalogue = await discover.mutateAsync({ body });
    setFound({ form: { ...values, address: values.address || (catalogue.address ?? "") }, catalogue });
  });
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      dirty={isDirty}
      onDiscard={discard}
      title={found ? `Import from ${found.catalogue.title || "this source"}` : "Import tools"}
      description={found ? "Choose what agents may get. More can follow later." : kindWords[kind].summary}
      size={found ? "lg" : "md"}
    >
      {found ? (
        <ChooseStep
          {...found}
          onBack={() => setFound(undefined)}
          onImported={(id) => {
            discard();
            onOpenChange(false);
            router.push(`/settings/tools/${id}`);
          }}
        />
      ) : (
        <form onSubmit={submit} noValidate autoComplete="off" className="contents">
          <DialogBody>
            {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
            <RadioCards
              label="Kind of source"
              value={kind}
              onValueChange={(next) => form.setValue("kind", next)}
              options={importKinds.map((value) => ({ value, title: kindWords[value].title }))}
              className="sm:grid-cols-2"
            />
            <SourceFields
              control={form.control}
              register={form.register}
              setValue={form.setValue}
              errors={errors}
            />
          </DialogBody>
          <FormDialogFooter action="Look what it has" busy={isSubmitting} />
        </form>
      )}
    </FormDialog>
  );
}
