"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import { formatDuration } from "@/components/ui/format/duration";
import type { InterruptView, Span } from "@/workflows/events/run-view";
import { Row } from "./row";
import { foldedOf, waterfallRows } from "./rows";
import { type Scale, scaleOf, ticksOf } from "./scale";
import { useClock } from "./use-clock";
import { useTreeKeys } from "./use-tree-keys";
import { waitsOf } from "./waits";

export interface WaterfallProps {
  spans: readonly Span[];
  /** Pauses of the run: long waits are cut short on the axis. */
  interrupts: readonly InterruptView[];
  /** Title of a node as the graph had it; the span's own name otherwise. */
  titleOf: (span: Span) => string;
  running: boolean;
  selectedId?: string | null;
  onSelect: (spanId: string) => void;
  className?: string;
}

const ROW_HEIGHT = 28;

/** Where the time and the money of a run went: nodes, model calls and tool calls on one axis. */
export function Waterfall({
  spans,
  interrupts,
  titleOf,
  running,
  selectedId,
  onSelect,
  className,
}: WaterfallProps) {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);
  const now = useClock(running);
  const folded = useMemo(() => foldedOf(spans, turned), [spans, turned]);
  const rows = useMemo(() => waterfallRows(spans, folded), [spans, folded]);
  const scale = useMemo(() => scaleOf(spans, now, waitsOf(spans, interrupts, now)), [spans, interrupts, now]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.span.id ?? index,
    overscan: 12,
  });
  const fold = (id: string, close: boolean) =>
    setTurned((current) => {
      const next = new Set(current);
      if (folded.has(id) === close) return current;
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const onKeyDown = useTreeKeys({ rows, folded, fold, selectedId, onSelect, reveal: virtual.scrollToIndex });
  const firstFocus = rows.some((row) => row.span.id === selectedId) ? selectedId : rows[0]?.span.id;

  return (
    <div className={className}>
      <Axis scale={scale} />
      <div ref={scroller} className="max-h-full min-h-0 overflow-y-auto">
        <div
          role="tree"
          aria-label="Spans of the run"
          onKeyDown={onKeyDown}
          className="relative"
          style={{ height: virtual.getTotalSize() }}
        >
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            const { id } = row.span;
            return (
              <Row
                key={id}
                row={row}
                scale={scale}
                now={now}
                title={titleOf(row.span)}
                selected={selectedId === id}
                folded={folded.has(id)}
                focusable={firstFocus === id}
                style={{ height: ROW_HEIGHT, transform: `translateY(${item.start}px)` }}
                onSelect={() => onSelect(id)}
                onFold={() => fold(id, !folded.has(id))}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

const breaksIn = ({ pieces }: Scale) => pieces.filter((piece) => piece.isBreak);

/** Time marks above the bars; says nothing to screen readers that the rows don't say. */
function Axis({ scale }: { scale: Scale }) {
  return (
    <div
      aria-hidden
      className="grid grid-cols-[minmax(9rem,14rem)_1fr_auto] gap-3 px-2 pb-1 text-2xs text-muted-foreground max-sm:hidden"
    >
      <span />
      <span className="relative h-4">
        {ticksOf(scale)
          .filter(({ ms, sinceBreak }) => !sinceBreak || ms > 0)
          .map(({ left, ms, sinceBreak }) => (
            <span key={left} className="absolute whitespace-nowrap" style={{ left: `${left}%` }}>
              {ms === 0 ? "0" : `${sinceBreak ? "+" : ""}${formatDuration(ms)}`}
            </span>
          ))}
        {breaksIn(scale).map(({ from, to, left, width }) => (
          <span
            key={from}
            className="absolute -translate-x-1/2 whitespace-nowrap text-waiting-ink"
            style={{ left: `${left + width / 2}%` }}
          >
            {formatDuration(to - from)}
          </span>
        ))}
      </span>
      <span className="flex gap-3 text-right">
        <span className="w-16">tokens</span>
        <span className="w-16">cost</span>
        <span className="w-14">time</span>
      </span>
    </div>
  );
}
