"use client";

import { ChevronRight } from "lucide-react";
import { memo, type ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import type { CriticalPath } from "@/workflows/events/path/critical-path";
import { spanIcons, spanKinds, spanWords } from "../span-look";
import { Bar } from "./bar";
import { columns } from "./columns";
import { Figures } from "./figures";
import type { WaterfallRow } from "./rows";
import type { Scale } from "./scale";
import type { AxisWindow } from "./zoom";

interface RowProps {
  row: WaterfallRow;
  scale: Scale;
  window: AxisWindow;
  /** For spans that are still open. */
  now: number;
  title: string;
  selected: boolean;
  found: boolean;
  path: CriticalPath | undefined;
  folded: boolean;
  focusable: boolean;
  /** Pixels. */
  top: number;
  height: number;
  onSelect: (id: string) => void;
  onFold: (id: string, close: boolean) => void;
}

function sameRow(before: RowProps, after: RowProps): boolean {
  const { row: was, ...rest } = before;
  const { row: is, ...others } = after;
  const same = was.span === is.span && was.depth === is.depth && was.hasChildren === is.hasChildren;
  return same && shallow(rest, others);
}

function shallow(before: object, after: object): boolean {
  const then = new Map(Object.entries(before));
  return Object.entries(after).every(([name, value]) => then.get(name) === value);
}

/** One span: its name, its bar on the time axis, and what it cost. */
export const Row = memo(function Row(props: RowProps) {
  const { row, scale, window, now, title, selected, found, path, folded, focusable, top, height } = props;
  const { onSelect, onFold } = props;
  const { span, depth, hasChildren } = row;
  const Icon = spanIcons[span.kind];
  return (
    <div
      role="treeitem"
      aria-selected={selected}
      aria-expanded={hasChildren ? !folded : undefined}
      aria-level={depth + 1}
      tabIndex={focusable ? 0 : -1}
      data-span={span.id}
      onClick={() => onSelect(span.id)}
      onKeyDown={(event) => event.key === "Enter" && onSelect(span.id)}
      style={{ height, transform: `translateY(${top}px)` }}
      className={cn(
        columns,
        "absolute inset-x-0 cursor-pointer rounded-sm text-sm hover:bg-accent/60 focus-visible:outline-offset-[-2px]",
        found && "bg-waiting-soft",
        selected && "bg-accent",
        selected && found && "ring-1 ring-waiting ring-inset",
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
            onFold(span.id, !folded);
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
            path && !path.on.has(span.id) && "text-muted-foreground",
          )}
        >
          {title}
          <span className="sr-only">{` ${spanKinds[span.kind]}, ${spanWords[span.status]}${
            path?.on.has(span.id) ? ", on the critical path" : ""
          }`}</span>
        </span>
        {span.pinned ? <Small>pinned</Small> : null}
        {span.attempts?.length ? <Retries failed={span.attempts.length} /> : null}
        {span.visit && span.visit > 1 && !span.item && span.kind === "node" ? (
          <Small>visit {span.visit}</Small>
        ) : null}
      </span>
      <Bar span={span} scale={scale} window={window} now={now} path={path} />
      <Figures span={span} now={now} path={path} />
    </div>
  );
}, sameRow);

function Small({ children }: { children: ReactNode }) {
  return <span className="shrink-0 text-2xs text-muted-foreground">{children}</span>;
}

/** On a phone the name needs the room. */
function Retries({ failed }: { failed: number }) {
  return (
    <Small>
      {failed} failed
      <span className="max-md:sr-only">{failed === 1 ? " attempt" : " attempts"}</span>
    </Small>
  );
}
