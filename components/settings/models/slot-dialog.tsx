"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Plus, Trash2 } from "lucide-react";
import { Controller, useFieldArray, useForm } from "react-hook-form";
import { submitForm } from "@/components/data/submit-form";
import { useCall } from "@/components/data/use-call";
import { ModelPicker } from "@/components/inspector/controls/model-picker";
import { Button } from "@/components/ui/button";
import { DialogBody } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { FormDialog, FormDialogFooter } from "@/components/ui/form-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { getConfigured } from "@/lib/api/contract/agents";
import { listSlots, putSlot } from "@/lib/api/contract/model-slots";
import type { ModelSlot } from "../items";
import { SlotRules } from "./slot-rules";
import { slotFormSchema, typedRules } from "./slot-schema";

interface SlotDialogProps {
  /** The slot that is changed; without it the person names one. */
  slot: ModelSlot | undefined;
  onClose: () => void;
}

const noModel = { reference: "", weight: "" };

export function SlotDialog({ slot, onClose }: SlotDialogProps) {
  const put = useCall(putSlot, { refresh: [listSlots, getConfigured] });
  const form = useForm({
    resolver: zodResolver(slotFormSchema),
    defaultValues: {
      name: slot?.name ?? "",
      description: slot?.description ?? "",
      models: slot?.models.map(({ reference, weight }) => ({
        reference,
        weight: weight === undefined ? "" : String(weight),
      })) ?? [noModel],
      rules: typedRules(slot?.rules ?? []),
    },
  });
  const models = useFieldArray({ control: form.control, name: "models" });
  const { errors, isSubmitting, isDirty, isSubmitSuccessful } = form.formState;
  const submit = submitForm(form, async (body) => {
    await put.mutateAsync({ body });
    onClose();
  });
  return (
    <FormDialog
      open
      onOpenChange={onClose}
      dirty={isDirty && !isSubmitSuccessful}
      onDiscard={() => form.reset()}
      title={slot ? `Slot “${slot.name}”` : "Add a slot"}
      description="The first model is asked; the next one where it fails."
    >
      <form onSubmit={submit} noValidate className="contents">
        <DialogBody>
          {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
          {slot ? null : (
            <Field label="Name" help="As nodes show it, such as fast." error={errors.name?.message}>
              <Input autoComplete="off" spellCheck={false} className="font-mono" {...form.register("name")} />
            </Field>
          )}
          <Field label="What it is for" optional error={errors.description?.message}>
            <Input autoComplete="off" {...form.register("description")} />
          </Field>
          <fieldset className="grid gap-2">
            <legend className="mb-1.5 font-medium text-sm">Models, in their order</legend>
            {models.fields.map((row, at) => {
              const name = `model ${at + 1}`;
              const wrong = errors.models?.[at];
              return (
                <div key={row.id} className="grid gap-1">
                  <div className="flex items-center gap-1.5">
                    <div className="min-w-0 flex-1">
                      <Controller
                        control={form.control}
                        name={`models.${at}.reference`}
                        render={({ field }) => (
                          <ModelPicker
                            aria-label={`Choose ${name}`}
                            aria-invalid={wrong?.reference !== undefined}
                            value={field.value || undefined}
                            onChange={field.onChange}
                          />
                        )}
                      />
                    </div>
                    <Input
                      aria-label={`Weight of ${name}`}
                      placeholder="Weight"
                      inputMode="numeric"
                      autoComplete="off"
                      className="w-20 tabular-nums"
                      aria-invalid={wrong?.weight !== undefined}
                      {...form.register(`models.${at}.weight`)}
                    />
                    <IconButton
                      icon={Trash2}
                      label={`Remove ${name}`}
                      disabled={models.fields.length === 1}
                      onClick={() => models.remove(at)}
                    />
                  </div>
                  <FieldError
                    id={`${row.id}-error`}
                    message={wrong?.reference?.message ?? wrong?.weight?.message}
                  />
                </div>
              );
            })}
            <FieldError
              id="slot-models-error"
              message={errors.models?.root?.message ?? errors.models?.message}
            />
            <div>
              <Button size="sm" disabled={models.fields.length >= 10} onClick={() => models.append(noModel)}>
                <Plus aria-hidden />
                Add model
              </Button>
            </div>
            <p className="text-muted-foreground text-xs">
              With weights, which model is asked first is drawn by lot: 9 and 1 give the second a tenth of the
              calls. The others step in where it fails.
            </p>
          </fieldset>
          <SlotRules control={form.control} errors={errors.rules} />
        </DialogBody>
        <FormDialogFooter action="Save" busy={isSubmitting} />
      </form>
    </FormDialog>
  );
}
