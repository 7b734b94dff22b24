"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { plural } from "@/components/ui/format/count";
import type { Source } from "./items";
import { SourceHealth } from "./source-health";
import { kindWords } from "./words";

export function SourceItem({ source }: { source: Source }) {
  const facts = [kindWords[source.kind].title, source.version, source.address ?? source.command];
  return (
    <li>
      <Link
        href={`/settings/tools/${source.id}`}
        className="flex items-center gap-3 px-4 py-3 transition-colors hover:bg-accent focus-visible:outline-offset-[-2px]"
      >
        <span className="grid min-w-0 flex-1 gap-1">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="break-words font-medium">{source.name}</span>
            <Badge>{plural(source.tools, "tool")}</Badge>
            {source.waiting > 0 ? <Badge tone="waiting">{`${source.waiting} to look at`}</Badge> : null}
          </span>
          <span className="wrap-anywhere text-muted-foreground text-xs">
            {facts.filter(Boolean).join(" · ")}
          </span>
          <SourceHealth source={source} />
        </span>
        <ChevronRight aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      </Link>
    </li>
  );
}
