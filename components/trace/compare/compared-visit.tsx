"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { formatDuration } from "@/components/ui/format/duration";
import { formatMoney } from "@/components/ui/format/money";
import type { Tone } from "@/components/ui/tone";
import type { AlignedVisit } from "@/workflows/events/compare/align";
import type { Difference } from "@/workflows/events/compare/differences";
import type { VisitUse } from "@/workflows/events/compare/visit-use";
import type { Span } from "@/workflows/events/run-view";
import type { ItemChange } from "@/workflows/graph/compare";
import type { Node } from "@/workflows/graph/node";
import { spanTones, spanWords } from "../span-look";
import { deltaWords } from "./deltas";
import { type Side, sideNames, sides } from "./side";
import { VisitValues } from "./visit-values";

interface ComparedVisitProps {
  runIds: Record<Side, string>;
  visit: AlignedVisit;
  title: string;
  use: Partial<Record<Side, VisitUse | undefined>>;
  /** How the node's settings changed between the graphs of the runs. */
  settings: ItemChange<Node> | undefined;
  differences: readonly Difference[];
}

const words: Record<Difference, string> = {
  "only a": "only in A",
  "only b": "only in B",
  status: "status",
  port: "way out",
  input: "input",
  output: "output",
  model: "model",
};
const tones: Partial<Record<Difference, Tone>> = {
  "only a": "waiting",
  "only b": "waiting",
  status: "failed",
};

/** One visit of a node in both runs; opened, it shows its values and settings beside each other. */
export function ComparedVisit({ runIds, visit, title, use, settings, differences }: ComparedVisitProps) {
  const [open, setOpen] = useState(false);
  const number = (visit.a ?? visit.b)?.visit ?? 1;
  return (
    <li className="min-w-0 border-t first:border-t-0">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="grid w-full min-w-0 grid-cols-1 gap-x-4 gap-y-1 px-3 py-2 text-left hover:bg-accent/60 focus-visible:outline-offset-[-2px] md:grid-cols-[minmax(10rem,2fr)_3fr_3fr_minmax(8rem,2fr)]"
      >
        <span className="flex min-w-0 items-center gap-1.5" style={{ paddingLeft: visit.depth * 14 }}>
          <ChevronRight
            aria-hidden
            className={cn("size-3.5 shrink-0 transition-transform", open && "rotate-90")}
          />
          <span className="truncate font-medium">{title}</span>
          {number > 1 ? (
            <span className="shrink-0 text-2xs text-muted-foreground">visit {number}</span>
          ) : null}
        </span>
        {sides.map((side) => (
          <OneSide key={side} side={side} span={visit[side]} use={use[side]} />
        ))}
        <span className="flex flex-wrap items-center gap-1">
          {differences.map((difference) => (
            <Badge key={difference} tone={tones[difference] ?? "running"}>
              {words[difference]}
            </Badge>
          ))}
          {settings ? <Badge tone="running">settings</Badge> : null}
          <TimeDelta visit={visit} />
        </span>
      </button>
      {open ? <VisitValues runIds={runIds} visit={visit} settings={settings} /> : null}
    </li>
  );
}

function OneSide({ side, span, use }: { side: Side; span: Span | undefined; use: VisitUse | undefined }) {
  return (
    <span className="flex min-w-0 flex-wrap items-baseline gap-x-2 text-xs tabular-nums">
      <span className="font-semibold text-muted-foreground">{sideNames[side]}</span>
      {span ? (
        <>
          <Badge tone={spanTones[span.status]}>{spanWords[span.status]}</Badge>
          {span.port && span.port !== "out" ? <span>by “{span.port}”</span> : null}
          <span>{formatDuration(msOf(span))}</span>
          {use && use.tokens > 0 ? <span>{use.tokens.toLocaleString("en")} tok</span> : null}
          {use && use.tokens > 0 ? (
            <span>{formatMoney(use.unknownCalls > 0 ? null : use.costMicros)}</span>
          ) : null}
        </>
      ) : (
        <span className="text-muted-foreground">not visited</span>
      )}
    </span>
  );
}

function TimeDelta({ visit: { a, b } }: { visit: AlignedVisit }) {
  const delta = a && b ? deltaWords(msOf(a), msOf(b), formatDuration) : null;
  return delta ? <span className="text-muted-foreground text-xs tabular-nums">{delta.words}</span> : null;
}

function msOf({ startedAt, endedAt }: Span): number | null {
  return endedAt === undefined ? null : endedAt - startedAt;
}
