"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { submitForm } from "@/components/data/submit-form";
import { useCall } from "@/components/data/use-call";
import { useEndpoint } from "@/components/data/use-endpoint";
import { toast } from "@/components/ui/toast";
import { getDataRules, setDataRules } from "@/lib/api/contract/model-catalogue";
import type { DataRules } from "@/workflows/catalogue/data-rules";
import { FormCard, LoadedCard } from "../form-card";
import { DataRulesFields } from "./data-rules-fields";
import { dataRulesFormSchema, formOfRules, rulesOfForm } from "./data-rules-schema";

/** What the workspace asks of every model that sees its data, for administrators. */
export function DataRulesCard() {
  const rules = useEndpoint(getDataRules, {});
  return (
    <LoadedCard query={rules} what="rules for data" rows={2}>
      {(data) => <RulesForm rules={data} />}
    </LoadedCard>
  );
}

function RulesForm({ rules }: { rules: DataRules }) {
  const update = useCall(setDataRules, { refresh: [getDataRules] });
  const form = useForm({ resolver: zodResolver(dataRulesFormSchema), values: formOfRules(rules) });
  const { errors } = form.formState;
  const submit = submitForm(form, async (values) => {
    await update.mutateAsync({ body: rulesOfForm(values) });
    toast.done("The rules for data were saved");
  });
  return (
    <FormCard
      title="Data and models"
      description="What every model has to fulfil that sees data of this workspace. An agent may ask for more, never for less."
      state={form.formState}
      onSubmit={submit}
    >
      <DataRulesFields control={form.control} errors={errors} otherwise="Not said: every model may see it" />
    </FormCard>
  );
}
