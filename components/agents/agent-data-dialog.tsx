"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { submitForm } from "@/components/data/submit-form";
import { useCall } from "@/components/data/use-call";
import { useEndpoint } from "@/components/data/use-endpoint";
import { DataRulesFields } from "@/components/settings/workspace/data-rules-fields";
import {
  dataRulesFormSchema,
  formOfRules,
  rulesOfForm,
} from "@/components/settings/workspace/data-rules-schema";
import { DialogBody } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { FormDialog, FormDialogFooter } from "@/components/ui/form-dialog";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { AgentSummary } from "@/lib/api/contract/agents";
import { getAgentDataRules, setAgentDataRules } from "@/lib/api/contract/model-catalogue";

interface AgentDataDialogProps {
  agent: AgentSummary;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** What one agent asks of the models that see its data, beyond its workspace. */
export function AgentDataDialog({ agent, open, onOpenChange }: AgentDataDialogProps) {
  const params = { id: agent.id };
  const rules = useEndpoint(getAgentDataRules, { params }, { enabled: open });
  const update = useCall(setAgentDataRules, { refresh: [getAgentDataRules] });
  const form = useForm({ resolver: zodResolver(dataRulesFormSchema), values: formOfRules(rules.data) });
  const { errors, isSubmitting, isDirty } = form.formState;
  const submit = submitForm(form, async (values) => {
    await update.mutateAsync({ params, body: rulesOfForm(values) });
    toast.done("The rules for data were saved");
    onOpenChange(false);
  });
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      dirty={isDirty}
      onDiscard={() => form.reset()}
      title={`Data of “${agent.name}”`}
      description="What its models have to fulfil, published versions included. The workspace's rules hold as well."
    >
      <form onSubmit={submit} noValidate className="contents">
        <DialogBody>
          {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
          {rules.isError ? (
            <ErrorState
              title="The rules could not be loaded"
              error={rules.error}
              onRetry={() => void rules.refetch()}
              retrying={rules.isFetching}
            />
          ) : (
            <DataRulesFields control={form.control} errors={errors} otherwise="As the workspace says" />
          )}
        </DialogBody>
        <FormDialogFooter action="Save" busy={isSubmitting || rules.isPending} />
      </form>
    </FormDialog>
  );
}
