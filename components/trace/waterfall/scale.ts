import type { Span } from "@/workflows/events/run-view";
import type { Stretch } from "./waits";
import { type AxisWindow, isWhole, seenAt, wholeAxis } from "./zoom";

/** A piece of the axis; times count from the first start. */
export interface Piece {
  from: number;
  to: number;
  /** Where it is drawn, in percent of the axis. */
  left: number;
  width: number;
  /** A long wait, drawn as a gap of fixed width. */
  isBreak: boolean;
}

/** The time axis of a trace: true to scale but for long waits, which are cut short. */
export interface Scale {
  from: number;
  /** Milliseconds from the first start to the last end; at least 1. */
  length: number;
  /** Gapless, in order. */
  pieces: Piece[];
}

/** Width of a break, in percent. */
const breakWidth = 14;
/** More breaks than this would leave no room for the bars; shorter waits then stay as they are. */
const mostBreaks = 3;
const shortestBreakMs = 2_000;

/** `now` closes spans that are still open; waits longer than all the work beside them are cut short. */
export function scaleOf(spans: readonly Span[], now: number, waits: readonly Stretch[] = []): Scale {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    from = Math.min(from, span.startedAt);
    to = Math.max(to, span.endedAt ?? now);
  }
  if (!Number.isFinite(from)) from = to = now;
  const length = Math.max(1, to - from);
  const inside = waits.map((wait) => ({
    from: Math.max(0, wait.from - from),
    to: Math.min(length, wait.to - from),
  }));
  return { from, length, pieces: piecesOf(length, breaksOf(length, inside)) };
}

function breaksOf(length: number, waits: readonly Stretch[]): Stretch[] {
  const byLength = [...waits].sort((a, b) => b.to - b.from - (a.to - a.from));
  const work = waits.reduce((rest, { from, to }) => rest - (to - from), length);
  return byLength
    .slice(0, mostBreaks)
    .filter(({ from, to }) => to - from > Math.max(shortestBreakMs, work))
    .sort((a, b) => a.from - b.from);
}

function piecesOf(length: number, breaks: readonly Stretch[]): Piece[] {
  const cut = breaks.reduce((sum, { from, to }) => sum + to - from, 0);
  const perMs = (100 - breaks.length * breakWidth) / Math.max(length - cut, 1);
  const pieces: Piece[] = [];
  let at = 0;
  let left = 0;
  const add = (to: number, isBreak: boolean) => {
    const width = isBreak ? breakWidth : (to - at) * perMs;
    pieces.push({ from: at, to, left, width, isBreak });
    left += width;
    at = to;
  };
  for (const { from, to } of breaks) {
    if (from > at) add(from, false);
    add(to, true);
  }
  if (length > at) add(length, false);
  return pieces;
}

/** Where a moment lies, in percent of the axis. */
function placeOf(time: number, { from, pieces, length }: Scale): number {
  const at = clamp(time - from, 0, length);
  const piece = pieces.find((each) => at <= each.to);
  if (!piece) return 100;
  return piece.left + ((at - piece.from) / (piece.to - piece.from)) * piece.width;
}

/** Where a span's bar lies, in percent of the axis. Short spans keep a visible sliver inside the axis. */
export function barOf(span: Span, scale: Scale, now: number): { left: number; width: number } {
  const least = 0.4;
  const end = placeOf(span.endedAt ?? now, scale);
  const left = clamp(placeOf(span.startedAt, scale), 0, 100 - least);
  return { left, width: clamp(end - left, least, 100 - left) };
}

/** Where a stretch of time lies, in percent of the axis. */
export function stretchOf({ from, to }: Stretch, scale: Scale): { left: number; width: number } {
  const left = placeOf(from, scale);
  return { left, width: placeOf(to, scale) - left };
}

/** A mark on the axis: time since the start, or since the break before it. */
export interface Tick {
  left: number;
  ms: number;
  sinceBreak: boolean;
}

/** Marks for the axis, at round times from the start and from the end of each break. */
export function ticksOf({ pieces }: Scale, window: AxisWindow = wholeAxis): Tick[] {
  const drawn = pieces
    .filter((piece) => !piece.isBreak && piece.width > 0)
    .map((piece) => ({ ...piece, seen: seenMs(piece, window) }))
    .filter(({ seen }) => seen.to >= seen.from);
  const step = stepOf(drawn.reduce((sum, { seen }) => sum + seen.to - seen.from, 0));
  return drawn.flatMap(({ from, to, left, width, seen }) => {
    const ticks: Tick[] = [];
    for (let ms = Math.ceil(seen.from / step) * step; ms <= seen.to; ms += step) {
      const place = left + (ms / (to - from)) * width;
      ticks.push({ left: isWhole(window) ? place : seenAt(place, window), ms, sinceBreak: from > 0 });
    }
    return ticks;
  });
}

/** Which milliseconds of a piece are looked at, from its own start. */
function seenMs({ from, to, left, width }: Piece, window: AxisWindow): Stretch {
  const ms = (place: number) => clamp(((place - left) / width) * (to - from), 0, to - from);
  if (window.to < left || window.from > left + width) return { from: 1, to: 0 };
  return { from: ms(window.from), to: ms(window.to) };
}

/** A round step that makes about five of a length. */
function stepOf(length: number): number {
  const rough = Math.max(length, 1) / 5;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5].map((factor) => factor * magnitude).find((step) => step >= rough) ?? 10 * magnitude;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
