"use client";

import { Pencil } from "lucide-react";
import { useMe } from "@/components/data/use-me";
import { Badge } from "@/components/ui/badge";
import { formatDuration } from "@/components/ui/format/duration";
import { formatMoney } from "@/components/ui/format/money";
import { IconButton } from "@/components/ui/icon-button";
import type { CatalogueModel } from "../../items";
import { abilitiesOf, limitsOf } from "./fact-words";

interface CatalogueItemProps {
  model: CatalogueModel;
  onEdit: () => void;
}

export function CatalogueItem({ model, onEdit }: CatalogueItemProps) {
  const mayManage = useMe().can("model.manage");
  const { connection, facts, sources, inputPrice, outputPrice, latencyMs } = model;
  const abilities = abilitiesOf(facts);
  const more = [
    ...limitsOf(facts),
    inputPrice === null || outputPrice === null
      ? "price unknown"
      : `${formatMoney(inputPrice)} in, ${formatMoney(outputPrice)} out per million`,
    latencyMs === null ? "" : `half of its calls within ${formatDuration(latencyMs)}`,
  ];
  const corrected = Object.values(sources).includes("chosen");
  return (
    <li className="flex items-start gap-2 px-4 py-3">
      <div className="grid min-w-0 flex-1 gap-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h3 className="min-w-0 break-all font-medium font-mono text-xs">{model.model}</h3>
          <span className="text-muted-foreground text-xs">{connection.name}</span>
          {corrected ? <Badge>Set here</Badge> : null}
        </div>
        <p className="text-muted-foreground text-xs">{more.filter(Boolean).join(" · ")}</p>
        {abilities.length > 0 ? (
          <ul aria-label={`Abilities of ${model.model}`} className="flex flex-wrap gap-1">
            {abilities.map((name) => (
              <li key={name}>
                <Badge>{name}</Badge>
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-muted-foreground text-xs">Nothing is known of what it can do.</p>
        )}
      </div>
      {mayManage && connection.id !== "offline" ? (
        <IconButton icon={Pencil} label={`Correct what is known of ${model.model}`} onClick={onEdit} />
      ) : null}
    </li>
  );
}
