"use client";

import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { useEndpoint } from "@/components/data/use-endpoint";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceRow } from "@/components/ui/choice-row";
import { errorMessage } from "@/components/ui/error-message";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { useUnsavedGuard } from "@/components/ui/use-unsaved-guard";
import { getMail, type MailServer, mailServerSchema, setMail } from "@/lib/api/contract/mail";
import { listSecrets } from "@/lib/api/contract/workspace";
import { TestMail } from "./test-mail";

const empty = {
  host: "",
  port: "587",
  security: "starttls" as MailServer["security"],
  user: "",
  passwordSecret: "",
  from: "",
  allowPrivate: false,
};
type Draft = typeof empty;

const securities = [
  { value: "starttls", label: "STARTTLS (587)", description: "Encrypted, or not at all" },
  { value: "tls", label: "TLS (465)", description: "Encrypted from the start" },
  { value: "none", label: "None (25)", description: "In the clear: for servers of your own network" },
] as const;
const usualPorts = { tls: "465", starttls: "587", none: "25" } as const;
const noSecret = "-";

/** The mail server by which the workspace's agents write, and a message to try it with. */
export function MailCard({ server }: { server: MailServer | null }) {
  const saved: Draft = server ? { ...server, port: String(server.port) } : empty;
  const [draft, setDraft] = useState(saved);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const save = useCall(setMail, { refresh: [getMail] });
  const isDirty = JSON.stringify(draft) !== JSON.stringify(saved);
  const guard = useUnsavedGuard(isDirty);
  const set = (change: Partial<Draft>) => setDraft((current) => ({ ...current, ...change }));
  const send = async (next: MailServer | null) => {
    try {
      await save.mutateAsync({ body: { server: next } });
      toast.done(next ? "The mail server was saved" : "The mail server was removed");
    } catch (error) {
      setProblems({ root: errorMessage(error) });
    }
  };
  const submit = () => {
    const parsed = mailServerSchema.safeParse({ ...draft, port: Number(draft.port) });
    if (parsed.success) {
      setProblems({});
      return send(parsed.data);
    }
    const found = parsed.error.issues.map(({ path, message }) => [String(path[0]), message] as const);
    setProblems(Object.fromEntries(found.toReversed()));
    return Promise.resolve();
  };
  return (
    <Card>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <CardHeader
          title="E-mail"
          description="The server by which Notify and Human nodes write to people. Without one, nothing is sent."
        />
        <CardBody>
          {problems.root ? <Notice tone="failed">{problems.root}</Notice> : null}
          <Field label="Mail server" error={problems.host}>
            <Input
              value={draft.host}
              placeholder="mail.example.com"
              autoComplete="off"
              onChange={(event) => set({ host: event.target.value })}
            />
          </Field>
          <Field label="Encryption" error={problems.security}>
            <Select
              options={securities}
              value={draft.security}
              onValueChange={(security) => set({ security, port: usualPorts[security] })}
            />
          </Field>
          <Field label="Port" error={problems.port}>
            <Input
              value={draft.port}
              inputMode="numeric"
              onChange={(event) => set({ port: event.target.value })}
            />
          </Field>
          <Field label="User" optional error={problems.user}>
            <Input
              value={draft.user}
              autoComplete="off"
              onChange={(event) => set({ user: event.target.value })}
            />
          </Field>
          <PasswordSecret
            value={draft.passwordSecret}
            onChange={(passwordSecret) => set({ passwordSecret })}
            error={problems.passwordSecret}
          />
          <Field
            label="From"
            help="An address, or a name with one: Orders <orders@example.com>."
            error={problems.from}
          >
            <Input
              value={draft.from}
              autoComplete="off"
              onChange={(event) => set({ from: event.target.value })}
            />
          </Field>
          <ChoiceRow
            label="It stands in the private network"
            help="Without this, private and loopback addresses are refused."
          >
            <Checkbox
              checked={draft.allowPrivate}
              onCheckedChange={(checked) => set({ allowPrivate: checked === true })}
            />
          </ChoiceRow>
        </CardBody>
        <CardFooter>
          {server ? (
            <Button variant="ghost" disabled={save.isPending} onClick={() => void send(null)}>
              Remove
            </Button>
          ) : null}
          <Button type="submit" variant="primary" busy={save.isPending} disabled={!isDirty}>
            Save
          </Button>
        </CardFooter>
      </form>
      {server && !isDirty ? <TestMail /> : null}
      {guard}
    </Card>
  );
}

interface PasswordSecretProps {
  value: string;
  error: string | undefined;
  onChange: (name: string) => void;
}

function PasswordSecret({ value, error, onChange }: PasswordSecretProps) {
  const secrets = useEndpoint(listSecrets, {});
  const names = (secrets.data?.items ?? []).map(({ name }) => name);
  const all = value && !names.includes(value) ? [...names, value] : names;
  const options = [{ value: noSecret, label: "None" }, ...all.map((name) => ({ value: name, label: name }))];
  return (
    <Field
      label="Password"
      help="One of the workspace's secrets; add it under Settings → Secrets."
      error={error}
    >
      <Select
        options={options}
        value={value || noSecret}
        onValueChange={(name) => onChange(name === noSecret ? "" : name)}
      />
    </Field>
  );
}
