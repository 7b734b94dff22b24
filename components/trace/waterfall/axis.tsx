"use client";

import { type PointerEvent, useState } from "react";
import { formatDuration } from "@/components/ui/format/duration";
import { columns } from "./columns";
import { type Scale, ticksOf } from "./scale";
import { placeUnder } from "./use-zoom";
import { type AxisWindow, between, seenAt, seenStretch, wholeAxis } from "./zoom";

interface AxisProps {
  scale: Scale;
  window: AxisWindow;
  onWindow: (window: AxisWindow) => void;
  /** Beside the times stand shares of the critical path. */
  hasShares: boolean;
}

/** A mark further to the right would be cut off; in percent. */
const lastTick = 90;

/**
 * Time marks above the bars; says nothing to screen readers that the rows don't say. A stretch that is dragged over is
 * looked at, a double click shows everything again.
 */
export function Axis({ scale, window, onWindow, hasShares }: AxisProps) {
  const { chosen, ...drag } = useDrag(window, onWindow);
  return (
    <div aria-hidden className={`${columns} pb-1 text-2xs text-muted-foreground max-sm:hidden`}>
      <span />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: for the mouse; keys and buttons do the same */}
      <span
        data-bars
        className="relative h-4 cursor-col-resize touch-none select-none overflow-hidden"
        onDoubleClick={() => onWindow(wholeAxis)}
        {...drag}
      >
        {ticksOf(scale, window)
          .filter(({ left, ms, sinceBreak }) => left < lastTick && (!sinceBreak || ms > 0))
          .map(({ left, ms, sinceBreak }) => (
            <span key={left} className="absolute whitespace-nowrap" style={{ left: `${left}%` }}>
              {ms === 0 ? "0" : `${sinceBreak ? "+" : ""}${formatDuration(ms)}`}
            </span>
          ))}
        {scale.pieces
          .filter((piece) => piece.isBreak)
          .map(({ from, to, left, width }) => (
            <span
              key={from}
              className="absolute -translate-x-1/2 whitespace-nowrap text-waiting-ink"
              style={{ left: `${seenAt(left + width / 2, window)}%` }}
            >
              {formatDuration(to - from)}
            </span>
          ))}
        {chosen ? <Chosen stretch={seenStretch(chosen, window)} /> : null}
      </span>
      <span className="flex gap-3 text-right">
        <span className="w-16">tokens</span>
        <span className="w-16">cost</span>
        <span className="w-14">time</span>
        {hasShares ? <span className="w-10">share</span> : null}
      </span>
    </div>
  );
}

function Chosen({ stretch }: { stretch: { left: number; width: number } | undefined }) {
  if (!stretch) return null;
  return (
    <span
      className="absolute inset-y-0 bg-running/30"
      style={{ left: `${stretch.left}%`, width: `${stretch.width}%` }}
    />
  );
}

/** Places of the whole axis: where the pointer went down, and where it is. */
interface Drag {
  from: number;
  to: number;
}

function useDrag(window: AxisWindow, onWindow: (window: AxisWindow) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const placeOf = (event: PointerEvent<HTMLElement>) =>
    placeUnder(event.currentTarget.parentElement ?? event.currentTarget, event.clientX, window);
  const chosen = drag ? between(drag.from, drag.to) : undefined;
  return {
    chosen: chosen && { left: chosen.from, width: chosen.to - chosen.from },
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      const place = placeOf(event);
      setDrag({ from: place, to: place });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (drag) setDrag({ ...drag, to: placeOf(event) });
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const wanted = drag ? between(drag.from, placeOf(event)) : undefined;
      setDrag(null);
      // A click is no stretch.
      if (wanted && wanted.to - wanted.from > (window.to - window.from) / 100) onWindow(wanted);
    },
    onPointerCancel: () => setDrag(null),
  };
}
