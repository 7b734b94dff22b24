"use client";

import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { errorMessage } from "@/components/ui/error-message";
import { Field } from "@/components/ui/field";
import { plural } from "@/components/ui/format/count";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { getConfigured } from "@/lib/api/contract/agents";
import { createSource, listSources } from "@/lib/api/contract/tools";
import type { Catalogue } from "../items";
import { OfferList } from "./offer-list";
import { documentOf, type SourceForm, settingsOf } from "./source-form-schema";

interface ChooseStepProps {
  form: SourceForm;
  catalogue: Catalogue;
  onBack: () => void;
  onImported: (id: string) => void;
}

export function ChooseStep({ form, catalogue, onBack, onImported }: ChooseStepProps) {
  const [name, setName] = useState(catalogue.title);
  const [address, setAddress] = useState(form.address);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const create = useCall(createSource, { refresh: [listSources, getConfigured] });
  const submit = async () => {
    const keys = catalogue.offers.map(({ key }) => key).filter((key) => chosen.has(key));
    const settings = settingsOf({ ...form, address });
    const body = { ...settings, name, keys, fingerprint: catalogue.fingerprint, document: documentOf(form) };
    const made = await create.mutateAsync({ body }).catch(() => null);
    if (made) onImported(made.id);
  };
  return (
    <>
      <DialogBody>
        {create.error ? <Notice tone="failed">{errorMessage(create.error)}</Notice> : null}
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Field label="Name">
            <Input value={name} onChange={(event) => setName(event.target.value)} autoComplete="off" />
          </Field>
          {form.kind === "openapi" ? (
            <Field label="Base URL" help="What calls begin with.">
              <Input
                type="url"
                value={address}
                onChange={(event) => setAddress(event.target.value)}
                autoComplete="off"
              />
            </Field>
          ) : null}
        </div>
        <OfferList offers={catalogue.offers} chosen={chosen} onChange={setChosen} />
        {catalogue.notes.length > 0 ? (
          <details className="text-muted-foreground text-xs">
            <summary>{`${plural(catalogue.notes.length, "operation")} left out`}</summary>
            <ul className="mt-1 list-disc pl-4">
              {catalogue.notes.map((note) => (
                <li key={note} className="break-words">
                  {note}
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </DialogBody>
      <DialogFooter>
        <Button onClick={onBack}>Back</Button>
        <Button
          variant="primary"
          busy={create.isPending}
          disabled={chosen.size === 0 || !name.trim()}
          onClick={() => void submit()}
        >
          {chosen.size === 0 ? "Import" : `Import ${plural(chosen.size, "tool")}`}
        </Button>
      </DialogFooter>
    </>
  );
}
