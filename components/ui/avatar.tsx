import { cn } from "./cn";
import { initials } from "./initials";

/** Quiet, distinct fills, all dark enough for white letters in both themes. */
const fills = ["#6d28d9", "#0f6b64", "#1d4ed8", "#a8470a", "#be123c", "#047052", "#475569", "#4338ca"];

interface AvatarProps {
  name: string;
  /** Decides the colour, so that a person keeps theirs when renamed. */
  id?: string;
  /** Hide it from screen readers where the name stands beside it. */
  decorative?: boolean;
  className?: string;
}

/** A person as their initials; pictures from other hosts are never loaded. */
export function Avatar({ name, id = name, decorative, className }: AvatarProps) {
  return (
    <span
      className={cn(
        "relative inline-flex size-7 shrink-0 select-none items-center justify-center rounded-full font-medium text-2xs text-white",
        className,
      )}
      title={name}
      style={{ background: fills[hash(id) % fills.length] }}
    >
      <span aria-hidden>{initials(name)}</span>
      {decorative ? null : <span className="sr-only">{name}</span>}
    </span>
  );
}

function hash(text: string): number {
  let value = 0;
  for (const letter of text) value = (value * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return value;
}
