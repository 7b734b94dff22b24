"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { submitForm } from "@/components/data/submit-form";
import { useCall } from "@/components/data/use-call";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { signUp } from "@/lib/api/contract/session";
import { AccountFields } from "./account-fields";
import { signInWithPassword } from "./sign-in-with-password";

interface SignUpFormProps {
  /** The token of an invitation; without one, sign-up must be open. */
  invitation?: string;
  /** The only address that the invitation is for. */
  email?: string | null;
}

export function SignUpForm({ invitation, email }: SignUpFormProps) {
  const create = useCall(signUp);
  const form = useForm({
    resolver: zodResolver(signUp.body),
    defaultValues: { name: "", email: email ?? "", password: "", invitation },
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
      <AccountFields register={form.register} errors={errors} fixedEmail={Boolean(email)} />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        busy={isSubmitting || (isSubmitSuccessful && !errors.root)}
      >
        {invitation ? "Join" : "Create account"}
      </Button>
    </form>
  );
}
