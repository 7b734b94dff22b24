"use client";

import { ListPlus } from "lucide-react";
import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceRow } from "@/components/ui/choice-row";
import { errorMessage } from "@/components/ui/error-message";
import { matches } from "@/components/ui/matches";
import { Notice } from "@/components/ui/notice";
import { SearchField } from "@/components/ui/search-field";
import type { CallInput } from "@/lib/api/contract/endpoint";
import { findModels } from "@/lib/api/contract/models";

/** More than these are searched rather than read. */
const readAtOnce = 8;
const tokens = new Intl.NumberFormat("en", { notation: "compact" });

interface FoundModelsProps {
  /** What the form holds now, to ask the provider with. */
  draft: () => CallInput<typeof findModels>["body"];
  chosen: readonly string[];
  onChange: (names: string[]) => void;
}

/** Asks the provider which models it has, and lets people choose. */
export function FoundModels({ draft, chosen, onChange }: FoundModelsProps) {
  const find = useCall(findModels);
  const [search, setSearch] = useState("");
  const found = find.data?.items;
  const shown = found?.filter(({ id }) => matches(search, id)) ?? [];
  const toggle = (id: string, on: boolean) =>
    onChange(on ? [...chosen, id] : chosen.filter((name) => name !== id));
  return (
    <div className="grid gap-2">
      <Button
        size="sm"
        className="justify-self-start"
        busy={find.isPending}
        onClick={() => find.mutate({ body: draft() })}
      >
        <ListPlus aria-hidden />
        Find models
      </Button>
      {find.isError ? (
        <Notice tone="failed" title="The provider did not tell its models">
          {errorMessage(find.error)}
        </Notice>
      ) : null}
      {found && !find.isPending ? (
        <section aria-label="Found models" className="grid gap-2 rounded-md border p-3">
          {found.length > readAtOnce ? (
            <SearchField label="Search found models" value={search} onValueChange={setSearch} />
          ) : null}
          <div className="grid max-h-56 gap-1.5 overflow-y-auto">
            {shown.map(({ id, contextTokens }) => (
              <ChoiceRow
                key={id}
                side="left"
                label={<span className="break-all font-mono text-xs">{id}</span>}
                help={contextTokens === null ? undefined : `${tokens.format(contextTokens)} tokens fit in`}
              >
                <Checkbox
                  checked={chosen.includes(id)}
                  onCheckedChange={(checked) => toggle(id, checked === true)}
                />
              </ChoiceRow>
            ))}
          </div>
          {shown.length === 0 ? (
            <p className="text-muted-foreground text-sm">
              {found.length === 0 ? "The provider has no models for this key." : "No model has such a name."}
            </p>
          ) : null}
        </section>
      ) : null}
    </div>
  );
}
