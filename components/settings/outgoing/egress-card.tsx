"use client";

import { useForm } from "react-hook-form";
import { submitForm } from "@/components/data/submit-form";
import { useCall } from "@/components/data/use-call";
import { useEndpoint } from "@/components/data/use-endpoint";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { type EgressState, getEgress, setEgress } from "@/lib/api/contract/egress";
import { FormCard, LoadedCard } from "../form-card";
import { entriesOf, textOf } from "./egress-lines";

/** Whom the agents of the workspace may call, for administrators. */
export function EgressCard() {
  const egress = useEndpoint(getEgress, {});
  return (
    <LoadedCard query={egress} what="lists of hosts" rows={4}>
      {(data) => <EgressForm state={data} />}
    </LoadedCard>
  );
}

function EgressForm({ state: { chosen, installation } }: { state: EgressState }) {
  const update = useCall(setEgress, { refresh: [getEgress] });
  const form = useForm({ values: { allow: textOf(chosen.allow), deny: textOf(chosen.deny) } });
  const { errors } = form.formState;

  const submit = submitForm(form, async ({ allow, deny }) => {
    await update.mutateAsync({ body: { allow: entriesOf(allow), deny: entriesOf(deny) } });
    toast.done("The lists of hosts were saved");
  });

  return (
    <FormCard
      title="Hosts that agents may call"
      description="For HTTP requests, tools and code, from the next call on. One host, address or network a line: api.example.com, *.example.com, api.example.com:8443, 203.0.113.0/24."
      state={form.formState}
      onSubmit={submit}
    >
      <Field
        label="Never"
        help="Refused whatever else allows it. Holds for connections to models, too."
        error={errors.deny?.message}
      >
        <Textarea
          rows={3}
          spellCheck={false}
          autoComplete="off"
          className="font-mono"
          {...form.register("deny")}
        />
      </Field>
      <Field
        label="Only"
        help="Empty: every public host that is not refused above. Connections to models need no entry."
        error={errors.allow?.message}
      >
        <Textarea
          rows={3}
          spellCheck={false}
          autoComplete="off"
          className="font-mono"
          {...form.register("allow")}
        />
      </Field>
      <p className="text-muted-foreground text-xs">
        Private, loopback and cloud metadata addresses stay closed whatever stands here.{" "}
        {installation.length > 0
          ? `Whoever runs this installation opened: ${installation.join(", ")}.`
          : "Whoever runs this installation can open some (ALLOW_PRIVATE_NETWORK); none is."}
      </p>
    </FormCard>
  );
}
