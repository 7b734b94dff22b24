"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { type UseFormRegisterReturn, useForm } from "react-hook-form";
import { submitForm } from "@/components/data/submit-form";
import { useCall } from "@/components/data/use-call";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { createFirstAdmin } from "@/lib/api/contract/session";
import { AccountFields } from "./account-fields";
import { signInWithPassword } from "./sign-in-with-password";

/** Creates the first administrator and goes straight into the studio. */
export function SetupForm() {
  const create = useCall(createFirstAdmin);
  const form = useForm({
    resolver: zodResolver(createFirstAdmin.body),
    defaultValues: { name: "", email: "", password: "", workspace: "" },
  });
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;

  const submit = submitForm(form, async (body) => {
    await create.mutateAsync({ body });
    await signInWithPassword(body.email, body.password);
    location.assign("/agents");
  });

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
      <AccountFields register={form.register} errors={errors} />
      <WorkspaceField register={form.register} error={errors.workspace?.message} />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        busy={isSubmitting || (isSubmitSuccessful && !errors.root)}
      >
        Create account and start
      </Button>
    </form>
  );
}

interface WorkspaceFieldProps {
  register: (field: "workspace") => UseFormRegisterReturn;
  error: string | undefined;
}

/** Registers itself after the account's fields, so that the first of several errors gets the focus. */
function WorkspaceField({ register, error }: WorkspaceFieldProps) {
  return (
    <Field label="Workspace" help="Your team or company. It holds agents, runs and members." error={error}>
      <Input autoComplete="organization" className="h-10" {...register("workspace")} />
    </Field>
  );
}
