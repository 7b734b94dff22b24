import { MessageSquareText, ThumbsDown, ThumbsUp } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { plural } from "@/components/ui/format/count";

interface FeedbackMarksProps {
  feedback: { up: number; down: number; comments: number };
  className?: string;
}

/** What was said, counted, for a line of a list; a dash where nobody said anything. */
export function FeedbackMarks({ feedback: { up, down, comments }, className }: FeedbackMarksProps) {
  if (up + down + comments === 0) {
    return (
      <span className={cn("text-muted-foreground", className)}>
        <span aria-hidden>–</span>
        <span className="sr-only">No feedback</span>
      </span>
    );
  }
  return (
    <span className={cn("inline-flex items-center gap-2 whitespace-nowrap tabular-nums", className)}>
      <Mark icon={ThumbsUp} count={up} words={`${up} thumbs up`} className="text-done-ink" />
      <Mark icon={ThumbsDown} count={down} words={`${down} thumbs down`} className="text-failed-ink" />
      <Mark
        icon={MessageSquareText}
        count={comments}
        words={plural(comments, "comment")}
        className="text-muted-foreground"
      />
    </span>
  );
}

interface MarkProps {
  icon: typeof ThumbsUp;
  count: number;
  words: string;
  className: string;
}

function Mark({ icon: Icon, count, words, className }: MarkProps) {
  if (count === 0) return null;
  return (
    <span title={words} className={cn("inline-flex items-center gap-1 text-xs", className)}>
      <Icon aria-hidden className="size-3.5" />
      <span aria-hidden>{count}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
