"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { submitForm } from "@/components/data/submit-form";
import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { useUnsavedGuard } from "@/components/ui/use-unsaved-guard";
import { getWorkspace, updateWorkspace } from "@/lib/api/contract/workspace";

const schema = updateWorkspace.body.pick({ name: true }).required();

export function WorkspaceNameCard({ name }: { name: string }) {
  const mayChange = useMe().can("workspace.manage");
  const router = useRouter();
  const update = useCall(updateWorkspace, { refresh: [getWorkspace] });
  const form = useForm({ resolver: zodResolver(schema), values: { name } });
  const { errors, isSubmitting, isDirty } = form.formState;
  const guard = useUnsavedGuard(isDirty);

  const submit = submitForm(form, async (body) => {
    await update.mutateAsync({ body });
    toast.done("The workspace was renamed");
    router.refresh();
  });

  return (
    <Card>
      <form onSubmit={submit} noValidate>
        <CardHeader title="Workspace" description="It holds the agents, their runs, and the people." />
        <CardBody>
          {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
          <Field label="Name" error={errors.name?.message} className="max-w-md">
            <Input autoComplete="off" readOnly={!mayChange} {...form.register("name")} />
          </Field>
        </CardBody>
        {mayChange ? (
          <CardFooter>
            <Button type="submit" variant="primary" busy={isSubmitting} disabled={!isDirty}>
              Save
            </Button>
          </CardFooter>
        ) : null}
      </form>
      {guard}
    </Card>
  );
}
