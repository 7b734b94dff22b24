"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Controller, useForm } from "react-hook-form";
import { submitForm } from "@/components/data/submit-form";
import { useCall } from "@/components/data/use-call";
import { DialogBody } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormDialog, FormDialogFooter } from "@/components/ui/form-dialog";
import { formatCount } from "@/components/ui/format/count";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { getConfigured } from "@/lib/api/contract/agents";
import { chooseFacts, listCatalogue } from "@/lib/api/contract/model-catalogue";
import { listModels } from "@/lib/api/contract/models";
import { dataClasses } from "@/workflows/catalogue/data-class";
import { abilities, type FactName, type FactSource } from "@/workflows/catalogue/facts";
import type { CatalogueModel } from "../../items";
import { UsableFor } from "../../tools/source/usable-for";
import { abilityNames, sourceNames } from "./fact-words";
import { asKnown, factsFormSchema, factsOfForm, formOfFacts } from "./facts-schema";

interface FactsDialogProps {
  model: CatalogueModel;
  onClose: () => void;
}

/** What an administrator knows better of a model than the lists do. */
export function FactsDialog({ model: { model, connection, facts, sources }, onClose }: FactsDialogProps) {
  const choose = useCall(chooseFacts, { refresh: [listCatalogue, listModels, getConfigured] });
  const form = useForm({
    resolver: zodResolver(factsFormSchema),
    defaultValues: formOfFacts(facts, sources),
  });
  const { errors, isSubmitting, isDirty, isSubmitSuccessful } = form.formState;
  const known = (name: FactName, say: (value: string) => string = (value) => value) => {
    const source = sources[name];
    if (facts[name] === undefined || !source || source === "chosen") return "";
    return `${say(String(facts[name]))} (${sourceNames[source]})`;
  };
  const submit = submitForm(form, async (values) => {
    await choose.mutateAsync({ body: { connectionId: connection.id, model, facts: factsOfForm(values) } });
    onClose();
  });
  return (
    <FormDialog
      open
      onOpenChange={onClose}
      dirty={isDirty && !isSubmitSuccessful}
      onDiscard={() => form.reset()}
      title={`What is known of ${model}`}
      description="What you set here goes before every list. Leave the rest as it is known."
      size="md"
    >
      <form onSubmit={submit} noValidate className="contents">
        <DialogBody>
          {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
          <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
            {abilities.map((name) => (
              <Controller
                key={name}
                control={form.control}
                name={`abilities.${name}`}
                render={({ field }) => (
                  <Field label={abilityNames[name]} error={errors.abilities?.[name]?.message}>
                    <Select
                      className="w-full"
                      value={field.value}
                      onValueChange={field.onChange}
                      disabled={sources[name] === "client"}
                      options={[
                        {
                          value: asKnown,
                          label: asListed(facts[name], sources[name]),
                        },
                        { value: "yes", label: "Yes" },
                        { value: "no", label: "No" },
                      ]}
                    />
                  </Field>
                )}
              />
            ))}
          </div>
          <div className="grid gap-3 sm:grid-cols-2">
            {(["contextTokens", "outputTokens"] as const).map((name) => (
              <Field
                key={name}
                label={name === "contextTokens" ? "Context size" : "Longest answer"}
                optional
                help={`In tokens. ${known(name, (value) => `Else ${formatCount(Number(value))}`) || "Else not known."}`}
                error={errors[name]?.message}
              >
                <Input
                  inputMode="numeric"
                  autoComplete="off"
                  className="tabular-nums"
                  {...form.register(name)}
                />
              </Field>
            ))}
          </div>
          <Field
            label="Region"
            optional
            help={`Where it runs, such as eu. ${known("region", (value) => `Else ${value}`) || "Else not known."}`}
            error={errors.region?.message}
          >
            <Input autoComplete="off" spellCheck={false} {...form.register("region")} />
          </Field>
          <Controller
            control={form.control}
            name="dataClass"
            render={({ field }) => (
              <Field
                label="Data it may see"
                help="Agents and the workspace say of which class their data is."
                error={errors.dataClass?.message}
              >
                <Select
                  className="w-full"
                  value={field.value}
                  onValueChange={field.onChange}
                  options={[
                    { value: asKnown, label: known("dataClass") || "Not said: public data alone" },
                    ...dataClasses.map((value) => ({ value, label: `Up to ${value}` })),
                  ]}
                />
              </Field>
            )}
          />
          <Controller
            control={form.control}
            name="usableFor"
            render={({ field }) => (
              <UsableFor
                value={field.value}
                onChange={field.onChange}
                error={errors.usableFor?.message}
                help="Else it is not asked in runs that are made for others: a fallback is, or the run fails and says why."
              />
            )}
          />
        </DialogBody>
        <FormDialogFooter action="Save" busy={isSubmitting} />
      </form>
    </FormDialog>
  );
}

/** Short enough for three in a row; where it is listed stands in the catalogue. */
function asListed(fact: boolean | undefined, source: FactSource | undefined): string {
  if (fact === undefined || !source || source === "chosen") return "Not known";
  return fact ? "Yes, as listed" : "No, as listed";
}
