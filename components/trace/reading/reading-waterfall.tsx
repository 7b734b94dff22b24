"use client";

import { parseAsBoolean, useQueryState } from "nuqs";
import { useDeferredValue, useMemo, useState } from "react";
import { criticalPath } from "@/workflows/events/path/critical-path";
import { spanTree } from "@/workflows/events/path/span-tree";
import { waterfallRows } from "../waterfall/rows";
import { WaterfallTree } from "../waterfall/tree";
import { useClock } from "../waterfall/use-clock";
import { useFolding } from "../waterfall/use-folding";
import type { WaterfallProps } from "../waterfall/waterfall";
import { wholeAxis } from "../waterfall/zoom";
import { leftBy } from "./filter";
import { FilterMenu } from "./filter-menu";
import { nextFound, placeAmong } from "./next-found";
import { SearchSteps } from "./search-steps";
import { Toolbar } from "./toolbar";
import { useFilter } from "./use-filter";
import { useSearch } from "./use-search";

interface ReadingWaterfallProps extends Omit<WaterfallProps, "onWindow" | "window"> {
  runId: string;
}

const nothing: ReadonlySet<string> = new Set();
/** While spans are open, their end moves on. */
const pathEveryMs = 1_000;

/** The waterfall with all that helps to find one's way in it: search, filter, critical path, zoom. */
export function ReadingWaterfall({ runId, className, ...props }: ReadingWaterfallProps) {
  const { spans, titleOf, onSelect, selectedId = null } = props;
  const folding = useFolding(spans);
  const [window, setWindow] = useState(wholeAxis);
  const [text, setText] = useState("");
  const [filter, setFilter] = useFilter();
  const [showsPath, setShowsPath] = useQueryState("path", parseAsBoolean.withDefault(false));
  const wanted = useDeferredValue(filter);
  const left = useMemo(() => leftBy(spans, wanted, selectedId), [spans, wanted, selectedId]);
  const only = left?.shown;
  const { found, searching, failed } = useSearch({ runId, spans, titleOf, text });
  const order = useMemo(() => {
    if (!found) return [];
    return waterfallRows(spans, nothing, { only, tree: spanTree(spans) }).map(({ span }) => span.id);
  }, [found, spans, only]);
  const seen = useMemo(() => found && new Set(order.filter((id) => found.has(id))), [found, order]);
  const isOpen = useMemo(() => spans.some(({ endedAt }) => endedAt === undefined), [spans]);
  const now = useClock(showsPath && isOpen, pathEveryMs);
  const path = useMemo(() => (showsPath ? criticalPath(spans, now) : undefined), [showsPath, spans, now]);
  const step = (by: 1 | -1) => {
    const next = seen && nextFound(order, seen, selectedId, by);
    if (next !== undefined) onSelect(next);
  };
  return (
    <div className={className}>
      <Toolbar
        window={window}
        onWindow={setWindow}
        showsPath={showsPath}
        onPath={(show) => void setShowsPath(show || null)}
        foldAll={folding.foldAll}
      >
        <SearchSteps
          text={text}
          onText={setText}
          count={seen?.size}
          place={seen ? placeAmong(order, seen, selectedId) : 0}
          searching={searching}
          failed={failed}
          onStep={step}
        />
        <FilterMenu spans={spans} filter={filter} onFilter={setFilter} />
      </Toolbar>
      {left?.passing === 0 ? (
        <p className="px-2 py-3 text-muted-foreground">No span passes the filter.</p>
      ) : null}
      <WaterfallTree
        {...props}
        folding={folding}
        only={only}
        found={seen}
        path={path}
        window={window}
        onWindow={setWindow}
        className="flex min-h-0 flex-1 flex-col"
      />
    </div>
  );
}
