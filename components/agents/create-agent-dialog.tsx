"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useController, useForm } from "react-hook-form";
import { z } from "zod";
import { submitForm } from "@/components/data/submit-form";
import { useCall } from "@/components/data/use-call";
import { DialogBody } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormDialog, FormDialogFooter } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { agentName, createAgent, listAgents } from "@/lib/api/contract/agents";
import { TemplateChoice } from "./template-choice";

const schema = z.object({ name: agentName, template: z.string() });
const start = { name: "", template: "blank" };

interface CreateAgentDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Names a new agent, chooses what it starts from, and opens its canvas. */
export function CreateAgentDialog({ open, onOpenChange }: CreateAgentDialogProps) {
  const router = useRouter();
  const create = useCall(createAgent, { refresh: [listAgents] });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: start });
  const template = useController({ control: form.control, name: "template" }).field;
  const { errors, isSubmitting, dirtyFields } = form.formState;

  const submit = submitForm(form, async ({ name, template }) => {
    const agent = await create.mutateAsync({ body: { name, from: { kind: "template", template } } });
    form.reset();
    router.push(`/agents/${agent.id}`);
  });

  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      dirty={Boolean(dirtyFields.name)}
      onDiscard={() => form.reset(start)}
      title="New agent"
      size="lg"
    >
      <form onSubmit={submit} noValidate className="contents">
        <DialogBody>
          {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
          <Field label="Name" error={errors.name?.message}>
            <Input autoComplete="off" placeholder="Refund desk" {...form.register("name")} />
          </Field>
          <TemplateChoice value={template.value} onValueChange={template.onChange} />
        </DialogBody>
        <FormDialogFooter action="Create" busy={isSubmitting} />
      </form>
    </FormDialog>
  );
}
