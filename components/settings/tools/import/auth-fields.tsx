"use client";

import Link from "next/link";
import { useController, useWatch } from "react-hook-form";
import { useEndpoint } from "@/components/data/use-endpoint";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { listSecrets } from "@/lib/api/contract/workspace";
import { SignInField } from "../sign-in/sign-in-field";
import type { SourceFormParts } from "./source-form-parts";
import { authTypes } from "./source-form-schema";

/** What a source knows us by: one of the workspace's secrets, and where it goes. */
export function AuthFields({ control, register, errors, setValue }: SourceFormParts) {
  const isServer = useWatch({ control, name: "kind" }) === "mcp";
  const shown = authTypes.filter((value) => isServer || value !== "oauth");
  const type = useController({ control, name: "authType" }).field;
  const secret = useController({ control, name: "secret" }).field;
  const secrets = useEndpoint(listSecrets, {}).data?.items ?? [];
  const chosen = useWatch({ control, name: "secret" });
  const names = [...new Set([...secrets.map(({ name }) => name), ...(chosen ? [chosen] : [])])];
  return (
    <>
      <Field label="Sign-in" error={errors.authType?.message}>
        <Select
          className="w-full"
          value={type.value}
          onValueChange={type.onChange}
          options={shown.map((value) => ({ value, label: words[value] }))}
        />
      </Field>
      {type.value === "header" || type.value === "query" ? (
        <Field
          label={type.value === "header" ? "Name of the header" : "Name of the parameter"}
          error={errors.authName?.message}
        >
          <Input
            placeholder={type.value === "header" ? "X-API-Key" : "api_key"}
            autoComplete="off"
            spellCheck={false}
            {...register("authName")}
          />
        </Field>
      ) : null}
      {type.value === "basic" ? (
        <Field label="User name" error={errors.username?.message}>
          <Input autoComplete="off" spellCheck={false} {...register("username")} />
        </Field>
      ) : null}
      {type.value === "oauth" ? (
        <SignInField
          control={control}
          error={errors.grant?.message}
          onSignedIn={(grant) => setValue("grant", grant, { shouldDirty: true, shouldValidate: true })}
        />
      ) : null}
      {type.value === "none" || type.value === "oauth" ? null : (
        <Field
          label="Secret"
          help={
            names.length > 0 ? undefined : (
              <>
                There is none yet. Store the key under{" "}
                <Link href="/settings/secrets" className="underline underline-offset-2">
                  Secrets
                </Link>{" "}
                first.
              </>
            )
          }
          error={errors.secret?.message}
        >
          <Select
            className="w-full"
            value={secret.value || undefined}
            onValueChange={secret.onChange}
            placeholder="Choose a secret"
            options={names.map((name) => ({ value: name, label: name }))}
          />
        </Field>
      )}
    </>
  );
}

const words: Record<(typeof authTypes)[number], string> = {
  none: "None",
  bearer: "Bearer token",
  header: "Key in a header",
  query: "Key in the query",
  basic: "User name and password",
  oauth: "Sign in (OAuth)",
};
