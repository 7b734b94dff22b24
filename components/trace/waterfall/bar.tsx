import { cn } from "@/components/ui/cn";
import type { CriticalPath } from "@/workflows/events/path/critical-path";
import type { Span } from "@/workflows/events/run-view";
import { barClass } from "../span-look";
import { barOf, type Scale, stretchOf } from "./scale";
import { type AxisWindow, seenStretch } from "./zoom";

interface BarProps {
  span: Span;
  scale: Scale;
  window: AxisWindow;
  now: number;
  path: CriticalPath | undefined;
}

/** When a span ran. Under it, where it stands on the critical path, a line for each stretch that is its own. */
export function Bar({ span, scale, window, now, path }: BarProps) {
  const bar = seenStretch(barOf(span, scale, now), window);
  const dim = path !== undefined && !path.on.has(span.id);
  return (
    <span aria-hidden data-bars className="relative h-full overflow-hidden">
      {scale.pieces
        .filter((piece) => piece.isBreak)
        .map((piece) => (
          <Gap key={piece.from} gap={seenStretch(piece, window)} />
        ))}
      {bar ? (
        <span
          className={cn(
            "absolute top-1/2 h-2 min-w-0.5 -translate-y-1/2 rounded-xs",
            barClass(span),
            dim && "opacity-40",
          )}
          style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
        />
      ) : null}
      {path?.of.get(span.id)?.map((stretch) => (
        <Line key={stretch.from} line={seenStretch(stretchOf(stretch, scale), window)} />
      ))}
    </span>
  );
}

function Gap({ gap }: { gap: { left: number; width: number } | undefined }) {
  if (!gap) return null;
  return (
    <span
      className="absolute inset-y-0 border-border border-x border-dashed"
      style={{ left: `${gap.left}%`, width: `${gap.width}%` }}
    />
  );
}

function Line({ line }: { line: { left: number; width: number } | undefined }) {
  if (!line) return null;
  return (
    <span
      className="absolute bottom-0.5 h-[3px] min-w-0.5 rounded-xs bg-foreground"
      style={{ left: `${line.left}%`, width: `${line.width}%` }}
    />
  );
}
