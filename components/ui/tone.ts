/** What a colour means, wherever one is used. `neutral` means nothing in particular. */
export type Tone = "neutral" | "running" | "done" | "waiting" | "failed";

export const toneClasses: Record<Tone, { text: string; dot: string; pill: string; box: string }> = {
  neutral: {
    text: "text-muted-foreground",
    dot: "bg-muted-foreground",
    pill: "border-border text-muted-foreground",
    box: "border-border bg-muted text-foreground",
  },
  running: {
    text: "text-running-ink",
    dot: "bg-running",
    pill: "border-running-line bg-running-soft text-running-ink",
    box: "border-running-line bg-running-soft text-running-ink",
  },
  done: {
    text: "text-done-ink",
    dot: "bg-done",
    pill: "border-done-line bg-done-soft text-done-ink",
    box: "border-done-line bg-done-soft text-done-ink",
  },
  waiting: {
    text: "text-waiting-ink",
    dot: "bg-waiting",
    pill: "border-waiting-line bg-waiting-soft text-waiting-ink",
    box: "border-waiting-line bg-waiting-soft text-waiting-ink",
  },
  failed: {
    text: "text-failed-ink",
    dot: "bg-failed",
    pill: "border-failed-line bg-failed-soft text-failed-ink",
    box: "border-failed-line bg-failed-soft text-failed-ink",
  },
};
