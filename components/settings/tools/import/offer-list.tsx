"use client";

import { useId, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { matches } from "@/components/ui/matches";
import { SearchField } from "@/components/ui/search-field";
import type { Offer } from "../items";
import { effectWords } from "../words";

interface OfferListProps {
  offers: readonly Offer[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}

/** What a source has, by group, to choose from. */
export function OfferList({ offers, chosen, onChange }: OfferListProps) {
  const [search, setSearch] = useState("");
  const found = offers.filter((offer) => matches(search, offer.key, offer.name, offer.title, offer.group));
  const groups = [...Map.groupBy(found, ({ group }) => group)];
  const all = found.length > 0 && found.every(({ key }) => chosen.has(key));
  const set = (keys: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const key of keys) {
      if (on) next.add(key);
      else next.delete(key);
    }
    onChange(next);
  };
  return (
    <div className="grid min-w-0 gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField
          label="Search operations"
          value={search}
          onValueChange={setSearch}
          className="min-w-44 flex-1"
        />
        <Button
          size="sm"
          disabled={found.length === 0}
          onClick={() =>
            set(
              found.map(({ key }) => key),
              !all,
            )
          }
        >
          {all ? "Choose none" : search ? "Choose these" : "Choose all"}
        </Button>
      </div>
      <div className="max-h-[45vh] overflow-y-auto rounded-md border">
        {groups.map(([group, items]) => (
          <section key={group} aria-label={group || "Others"}>
            <h3 className="sticky top-0 border-b bg-muted px-3 py-1.5 font-medium text-xs">
              {group || "Others"}
            </h3>
            <ul className="divide-y">
              {items.map((offer) => (
                <OfferRow
                  key={offer.key}
                  offer={offer}
                  checked={chosen.has(offer.key)}
                  onChange={(on) => set([offer.key], on)}
                />
              ))}
            </ul>
          </section>
        ))}
        {found.length === 0 ? (
          <p className="px-3 py-6 text-center text-muted-foreground text-sm">
            {offers.length === 0 ? "This source has nothing to import." : "Nothing has these words."}
          </p>
        ) : null}
      </div>
    </div>
  );
}

interface OfferRowProps {
  offer: Offer;
  checked: boolean;
  onChange: (on: boolean) => void;
}

function OfferRow({ offer, checked, onChange }: OfferRowProps) {
  const id = useId();
  const { key, title, effect } = offer;
  return (
    // Hundreds of rows: those out of sight cost no layout.
    <li className="flex items-start gap-2.5 px-3 py-2 [contain-intrinsic-size:auto_52px] [content-visibility:auto]">
      <span className="flex h-5 items-center">
        <Checkbox id={id} checked={checked} onCheckedChange={(on) => onChange(on === true)} />
      </span>
      <label htmlFor={id} className="grid min-w-0 flex-1 gap-0.5">
        <span className="break-words text-sm">{title}</span>
        <span className="break-all font-mono text-muted-foreground text-xs">
          {key}
          {offer.arguments.length > 0 ? ` (${offer.arguments.map(argumentWord).join(", ")})` : ""}
        </span>
      </label>
      <Badge>{effectWords[effect].label}</Badge>
    </li>
  );
}

const argumentWord = ({ name, required }: Offer["arguments"][number]) => (required ? name : `${name}?`);
