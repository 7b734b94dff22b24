"use client";

import { type KeyboardEvent, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { formatDuration } from "@/components/ui/format/duration";
import { formatMoney } from "@/components/ui/format/money";
import { tintClasses } from "@/components/ui/tint";
import { Tooltip } from "@/components/ui/tooltip";
import type { Flame } from "@/lib/api/contract/dashboards";
import type { FlameMeasure } from "../use-dashboard-address";
import { barsOf, type FlameBar, nextBar } from "./bars";
import { placeLooks, placeTitle } from "./place-look";

interface FlameChartProps {
  flame: Flame;
  by: FlameMeasure;
  selected: string | null;
  onSelect: (path: string) => void;
}

const rowPx = 32;

/** Bars as wide as what was spent at a place, with what is inside it below. Arrow keys go from bar to bar. */
export function FlameChart({ flame, by, selected, onSelect }: FlameChartProps) {
  const bars = barsOf(flame.places, by);
  const box = useRef<HTMLDivElement>(null);
  const depth = Math.max(...bars.map((bar) => bar.depth)) + 1;
  const focusable = bars.some(({ node }) => node.path === selected) ? selected : bars[0]?.node.path;
  const onKeyDown = (event: KeyboardEvent, path: string) => {
    const next = nextBar(bars, path, event.key);
    if (!next) return;
    event.preventDefault();
    box.current?.querySelectorAll("button")[bars.indexOf(next)]?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      ref={box}
      role="group"
      aria-label={by === "time" ? "Where time goes" : "Where money goes"}
      className="relative w-full"
      style={{ height: depth * rowPx }}
    >
      {bars.map((bar) => (
        <Bar
          key={bar.node.path}
          bar={bar}
          words={barWords(bar, flame, by)}
          title={placeTitle(bar.node.place, flame)}
          isSelected={bar.node.path === selected}
          isFocusable={bar.node.path === focusable}
          onSelect={onSelect}
          onKeyDown={onKeyDown}
        />
      ))}
    </div>
  );
}

interface BarProps {
  bar: FlameBar;
  words: string;
  title: string;
  isSelected: boolean;
  isFocusable: boolean;
  onSelect: (path: string) => void;
  onKeyDown: (event: KeyboardEvent, path: string) => void;
}

function Bar({
  bar: { node, depth, left, width },
  words,
  title,
  isSelected,
  isFocusable,
  onSelect,
  onKeyDown,
}: BarProps) {
  const { tint } = placeLooks[node.place.kind];
  return (
    <Tooltip tip={words}>
      <button
        type="button"
        aria-label={words}
        aria-pressed={isSelected}
        tabIndex={isFocusable ? 0 : -1}
        onClick={() => onSelect(node.path)}
        onKeyDown={(event) => onKeyDown(event, node.path)}
        className={cn(
          "absolute overflow-hidden rounded-sm border border-card text-left text-xs transition-[filter] hover:brightness-95 focus-visible:z-10 dark:hover:brightness-125",
          tintClasses[tint],
          isSelected && "z-10 font-medium outline-2 outline-ring outline-offset-[-2px]",
        )}
        style={{ left: `${left * 100}%`, width: `${width * 100}%`, top: depth * rowPx, height: rowPx }}
      >
        {width > 0.03 ? <span className="block truncate px-1.5">{title}</span> : null}
      </button>
    </Tooltip>
  );
}

function barWords({ node, width }: FlameBar, flame: Flame, by: FlameMeasure): string {
  const { place, amounts } = node;
  const amount = by === "time" ? `${formatDuration(node.msWidth)} of work` : formatMoney(node.microsWidth);
  const percent = width < 0.01 ? "<1" : Math.round(width * 100);
  const word = placeLooks[place.kind].word;
  return `${word} ${placeTitle(place, flame)}: ${amount}, ${percent}%, ${amounts.n.toLocaleString("en")} times`;
}
