import { cn } from "./cn";
import { type Tone, toneClasses } from "./tone";

interface StatusProps {
  tone: Tone;
  /** The word that says the same as the colour: Running, Failed. */
  label: string;
  /** The dot alone, where a word stands nearby already; the label is still read aloud. */
  dotOnly?: boolean;
  /** A ring in place of the dot: nothing is done now, and nobody is needed. */
  rests?: boolean;
  className?: string;
}

/** How something is doing, as a dot and a word: never by colour alone. */
export function Status({ tone, label, dotOnly, rests, className }: StatusProps) {
  return (
    <span
      className={cn("inline-flex items-center gap-1.5 whitespace-nowrap", toneClasses[tone].text, className)}
    >
      <span
        aria-hidden
        className={cn(
          "size-2 shrink-0 rounded-full",
          rests ? "border-[1.5px] border-current" : toneClasses[tone].dot,
          tone === "running" && !rests && "animate-pulse",
        )}
      />
      <span className={dotOnly ? "sr-only" : undefined}>{label}</span>
    </span>
  );
}
