"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { submitForm } from "@/components/data/submit-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { PasswordInput } from "@/components/ui/password-input";
import { signInWithPassword } from "./sign-in-with-password";

const schema = z.object({
  email: z.email("Enter your e-mail address"),
  password: z.string().min(1, "Enter your password"),
});

interface SignInFormProps {
  next: string;
  /** Why another way of signing in came back here. */
  problem?: string;
}

export function SignInForm({ next, problem }: SignInFormProps) {
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { email: "", password: "" } });
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;

  const submit = submitForm(form, async ({ email, password }) => {
    await signInWithPassword(email, password);
    location.assign(next);
  });

  const failed = errors.root?.message ?? (isSubmitting || isSubmitSuccessful ? undefined : problem);
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {failed ? <Notice tone="failed">{failed}</Notice> : null}
      <Field label="E-mail" error={errors.email?.message}>
        <Input type="email" autoComplete="username" className="h-10" {...form.register("email")} />
      </Field>
      <Field label="Password" error={errors.password?.message}>
        <PasswordInput autoComplete="current-password" className="h-10" {...form.register("password")} />
      </Field>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        busy={isSubmitting || (isSubmitSuccessful && !errors.root)}
      >
        Sign in
      </Button>
    </form>
  );
}
