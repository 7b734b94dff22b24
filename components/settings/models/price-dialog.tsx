"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useController, useForm } from "react-hook-form";
import { submitForm } from "@/components/data/submit-form";
import { useCall } from "@/components/data/use-call";
import { DialogBody } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormDialog, FormDialogFooter } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { listModels, listPriceOverrides, putPriceOverride } from "@/lib/api/contract/models";
import type { Provider } from "../items";
import { typedDollars } from "./dollars";
import { priceFormSchema } from "./price-schema";
import type { PricedModel } from "./priced-models";

const fields = [
  { name: "input", label: "Input", optional: false },
  { name: "output", label: "Output", optional: false },
  { name: "cachedInput", label: "Cached input", optional: true },
] as const;

interface PriceDialogProps {
  /** The model whose price is set; without it the person names one. */
  row?: PricedModel;
  providers: readonly Provider[];
  onClose: () => void;
}

export function PriceDialog({ row, providers, onClose }: PriceDialogProps) {
  const put = useCall(putPriceOverride, { refresh: [listPriceOverrides, listModels] });
  const form = useForm({
    resolver: zodResolver(priceFormSchema),
    defaultValues: {
      provider: row?.provider ?? providers[0]?.type ?? "openai",
      model: row?.model ?? "",
      input: typedDollars(row?.input),
      output: typedDollars(row?.output),
      cachedInput: typedDollars(row?.cachedInput),
    },
  });
  const provider = useController({ control: form.control, name: "provider" }).field;
  const { errors, isSubmitting, isDirty } = form.formState;

  const submit = submitForm(form, async ({ provider, model, ...price }) => {
    await put.mutateAsync({ body: { provider, model, price } });
    onClose();
  });

  return (
    <FormDialog
      open
      onOpenChange={onClose}
      dirty={isDirty && !form.formState.isSubmitSuccessful}
      onDiscard={() => form.reset()}
      title={row ? `Price of ${row.model}` : "Set a price"}
      description="Dollars per million tokens."
    >
      <form onSubmit={submit} noValidate className="contents">
        <DialogBody>
          {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
          {row ? null : (
            <>
              <Field label="Provider" error={errors.provider?.message}>
                <Select
                  className="w-full"
                  value={provider.value}
                  onValueChange={provider.onChange}
                  options={providers.map(({ type, title }) => ({ value: type, label: title }))}
                />
              </Field>
              <Field
                label="Model"
                help="As the provider calls it. It need not be in a connection yet."
                error={errors.model?.message}
              >
                <Input
                  autoComplete="off"
                  spellCheck={false}
                  className="font-mono"
                  {...form.register("model")}
                />
              </Field>
            </>
          )}
          {fields.map(({ name, label, optional }) => (
            <Field key={name} label={label} optional={optional} error={errors[name]?.message}>
              <Input
                inputMode="decimal"
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
