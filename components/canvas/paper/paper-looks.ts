import type { Group } from "@/workflows/graph/layout";

export type PaperColor = Group["color"];

interface PaperLook {
  word: string;
  /** A note: what it is written on, and its outline. */
  sheet: string;
  /** A frame: a hint of the colour, behind cards and edges. */
  frame: string;
  /** Titles on either. */
  ink: string;
  /** A dot of the colour, to choose by. */
  dot: string;
  /** The colour on the map of the graph. */
  map: string;
}

/** What the colours of groups and notes look like in both themes (app/tokens.css). */
export const paperLooks: Record<PaperColor, PaperLook> = {
  slate: {
    word: "Slate",
    sheet: "bg-paper-slate border-paper-slate-line",
    frame: "bg-paper-slate/45 border-paper-slate-line",
    ink: "text-paper-slate-ink",
    dot: "bg-paper-slate-dot",
    map: "var(--paper-slate-line)",
  },
  blue: {
    word: "Blue",
    sheet: "bg-paper-blue border-paper-blue-line",
    frame: "bg-paper-blue/45 border-paper-blue-line",
    ink: "text-paper-blue-ink",
    dot: "bg-paper-blue-dot",
    map: "var(--paper-blue-line)",
  },
  green: {
    word: "Green",
    sheet: "bg-paper-green border-paper-green-line",
    frame: "bg-paper-green/45 border-paper-green-line",
    ink: "text-paper-green-ink",
    dot: "bg-paper-green-dot",
    map: "var(--paper-green-line)",
  },
  amber: {
    word: "Amber",
    sheet: "bg-paper-amber border-paper-amber-line",
    frame: "bg-paper-amber/45 border-paper-amber-line",
    ink: "text-paper-amber-ink",
    dot: "bg-paper-amber-dot",
    map: "var(--paper-amber-line)",
  },
  red: {
    word: "Red",
    sheet: "bg-paper-red border-paper-red-line",
    frame: "bg-paper-red/45 border-paper-red-line",
    ink: "text-paper-red-ink",
    dot: "bg-paper-red-dot",
    map: "var(--paper-red-line)",
  },
  violet: {
    word: "Violet",
    sheet: "bg-paper-violet border-paper-violet-line",
    frame: "bg-paper-violet/45 border-paper-violet-line",
    ink: "text-paper-violet-ink",
    dot: "bg-paper-violet-dot",
    map: "var(--paper-violet-line)",
  },
};
