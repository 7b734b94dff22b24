"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef } from "react";
import type { CriticalPath } from "@/workflows/events/path/critical-path";
import { spanTree } from "@/workflows/events/path/span-tree";
import type { InterruptView, Span } from "@/workflows/events/run-view";
import { Axis } from "./axis";
import { Row } from "./row";
import { waterfallRows } from "./rows";
import { scaleOf } from "./scale";
import { useClock } from "./use-clock";
import type { Folding } from "./use-folding";
import { useReveal } from "./use-reveal";
import { useTreeKeys } from "./use-tree-keys";
import { useZoomKeys, useZoomWheel } from "./use-zoom";
import { waitsOf } from "./waits";
import { type AxisWindow, wholeAxis } from "./zoom";

export interface WaterfallTreeProps {
  spans: readonly Span[];
  /** Pauses of the run: long waits are cut short on the axis. */
  interrupts: readonly InterruptView[];
  /** Title of a node as the graph had it; the span's own name otherwise. */
  titleOf: (span: Span) => string;
  running: boolean;
  selectedId?: string | null;
  onSelect: (spanId: string) => void;
  folding: Folding;
  /** Ids of the spans to show; absent: all. */
  only?: ReadonlySet<string> | undefined;
  /** Those that a search found. */
  found?: ReadonlySet<string> | undefined;
  /** Marks the spans that determined the end of the run. */
  path?: CriticalPath | undefined;
  window?: AxisWindow;
  onWindow?: (window: AxisWindow) => void;
  className?: string;
}

const ROW_HEIGHT = 28;
const nothing = () => {};

/** The spans of a run as a tree of rows, of which only those in sight are drawn. */
export function WaterfallTree({
  spans,
  interrupts,
  titleOf,
  running,
  selectedId = null,
  onSelect,
  folding,
  only,
  found,
  path,
  window = wholeAxis,
  onWindow = nothing,
  className,
}: WaterfallTreeProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const now = useClock(running);
  const { folded, fold } = folding;
  const tree = useMemo(() => spanTree(spans), [spans]);
  const rows = useMemo(() => waterfallRows(spans, folded, { only, tree }), [spans, folded, only, tree]);
  const waits = useMemo(() => waitsOf(spans, interrupts, now), [spans, interrupts, now]);
  const scale = useMemo(() => scaleOf(spans, now, waits), [spans, now, waits]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.span.id ?? index,
    overscan: 8,
  });
  useReveal({ rows, selectedId, unfoldTo: folding.unfoldTo, scrollTo: virtual.scrollToIndex });
  const treeKeys = useTreeKeys({ rows, folded, fold, selectedId, onSelect, reveal: virtual.scrollToIndex });
  const zoomKeys = useZoomKeys(window, onWindow);
  useZoomWheel(scroller, window, onWindow);
  const firstFocus = rows.some((row) => row.span.id === selectedId) ? selectedId : rows[0]?.span.id;

  return (
    <div className={className}>
      <Axis scale={scale} window={window} onWindow={onWindow} hasShares={path !== undefined} />
      <div ref={scroller} className="max-h-full min-h-0 overflow-y-auto" data-waterfall>
        <div
          role="tree"
          aria-label="Spans of the run"
          onKeyDown={(event) => {
            if (!zoomKeys(event)) treeKeys(event);
          }}
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
                window={window}
                now={row.span.endedAt === undefined ? now : 0}
                title={titleOf(row.span)}
                selected={selectedId === id}
                found={found?.has(id) ?? false}
                path={path}
                folded={folded.has(id)}
                focusable={firstFocus === id}
                top={item.start}
                height={ROW_HEIGHT}
                onSelect={onSelect}
                onFold={fold}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
