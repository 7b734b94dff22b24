"use client";

import type { FieldErrors, UseFormRegisterReturn } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";

interface Account {
  name: string;
  email: string;
  password: string;
}

interface AccountFieldsProps {
  register: (field: keyof Account) => UseFormRegisterReturn;
  errors: FieldErrors<Account>;
  /** An invitation is for one address, which then cannot be changed. */
  fixedEmail?: boolean;
}

/** Name, e-mail and a new password: what every new account starts with. */
export function AccountFields({ register, errors, fixedEmail }: AccountFieldsProps) {
  return (
    <>
      <Field label="Your name" error={errors.name?.message}>
        <Input autoComplete="name" className="h-10" {...register("name")} />
      </Field>
      <Field
        label="E-mail"
        error={errors.email?.message}
        help={fixedEmail ? "The invitation is for this address." : undefined}
      >
        <Input
          type="email"
          autoComplete="username"
          readOnly={fixedEmail}
          className="h-10"
          {...register("email")}
        />
      </Field>
      <Field label="Password" help="At least 10 characters." error={errors.password?.message}>
        <PasswordInput autoComplete="new-password" className="h-10" {...register("password")} />
      </Field>
    </>
  );
}
