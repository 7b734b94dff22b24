"use client";

import { ChevronRight } from "lucide-react";
import type { CSSProperties } from "react";
import { cn } from "@/components/ui/cn";
import { Duration } from "@/components/ui/duration";
import { formatCount } from "@/components/ui/format/count";
import { formatMoney } from "@/components/ui/format/money";
import { barClass, spanIcons, spanKinds, spanMs, spanWords } from "../span-look";
import type { WaterfallRow } from "./rows";
import { barOf, type Scale } from "./scale";

interface RowProps {
  row: WaterfallRow;
  scale: Scale;
  now: number;
  title: string;
  selected: boolean;
  folded: boolean;
  focusable: boolean;
  style: CSSProperties;
  onSelect: () => void;
  onFold: () => void;
}

/** One span: its name, its bar on the time axis, and what it cost. */
export function Row({
  row,
  scale,
  now,
  title,
  selected,
  folded,
  focusable,
  style,
  onSelect,
  onFold,
}: RowProps) {
  const { span, depth, hasChildren } = row;
  const Icon = spanIcons[span.kind];
  const bar = barOf(span, scale, now);
  return (
    <div
      role="treeitem"
      aria-selected={selected}
      aria-expanded={hasChildren ? !folded : undefined}
      aria-level={depth + 1}
      tabIndex={focusable ? 0 : -1}
      data-span={span.id}
      onClick={onSelect}
      onKeyDown={(event) => event.key === "Enter" && onSelect()}
      style={style}
      className={cn(
        "absolute inset-x-0 grid cursor-pointer grid-cols-[minmax(9rem,14rem)_1fr_auto] items-center gap-3 rounded-sm px-2 text-sm hover:bg-accent/60 focus-visible:outline-offset-[-2px] max-sm:grid-cols-[minmax(7rem,1fr)_minmax(3rem,1fr)_auto] max-sm:gap-2",
        selected && "bg-accent",
      )}
    >
      <span className="flex min-w-0 items-center gap-1.5" style={{ paddingLeft: depth * 14 }}>
        <button
          type="button"
          // For the mouse alone: by keyboard the row itself folds with the arrows, and says whether it is.
          tabIndex={-1}
          aria-hidden
          onClick={(event) => {
            event.stopPropagation();
            onFold();
          }}
          className={cn("-ml-1 inline-flex size-5 items-center justify-center", !hasChildren && "invisible")}
        >
          <ChevronRight aria-hidden className={cn("size-3.5 transition-transform", !folded && "rotate-90")} />
        </button>
        <Icon aria-hidden className="size-3.5 shrink-0 text-muted-foreground" />
        <span
          className={cn(
            "truncate",
            span.status === "failed" && "text-failed-ink",
            span.status === "waiting" && "text-waiting-ink",
          )}
        >
          {title}
          <span className="sr-only">{`${spanKinds[span.kind]}, ${spanWords[span.status]}`}</span>
        </span>
        {span.pinned ? <span className="shrink-0 text-2xs text-muted-foreground">pinned</span> : null}
        {span.visit && span.visit > 1 && !span.item ? (
          <span className="shrink-0 text-2xs text-muted-foreground">visit {span.visit}</span>
        ) : null}
      </span>
      <span aria-hidden className="relative h-2">
        {scale.pieces
          .filter((piece) => piece.isBreak)
          .map(({ from, left, width }) => (
            <span
              key={from}
              className="absolute -inset-y-2.5 border-border border-x border-dashed"
              style={{ left: `${left}%`, width: `${width}%` }}
            />
          ))}
        <span
          className={cn("absolute inset-y-0 min-w-0.5 rounded-xs", barClass(span))}
          style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
        />
      </span>
      <span className="flex items-center justify-end gap-3 text-muted-foreground text-xs tabular-nums">
        <span className="w-16 text-right max-sm:hidden">
          {span.usage ? `${formatCount(span.usage.input + span.usage.output)} tok` : null}
          {span.used ? `${formatCount(span.used.tokens.input + span.used.tokens.output)} tok` : null}
        </span>
        <span className="w-16 text-right max-sm:hidden">
          {span.kind === "model" && span.endedAt !== undefined ? formatMoney(span.costMicros) : null}
          {span.used ? formatMoney(span.used.costMicros) : null}
        </span>
        <Duration ms={spanMs(span, now)} className="w-14 text-right" />
      </span>
    </div>
  );
}
