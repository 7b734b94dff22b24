import { Gauge, MessageSquareText, Tag, ThumbsDown, ThumbsUp, Trash2 } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Feedback } from "@/lib/api/contract/feedback";
import { DeleteFeedback } from "./delete-feedback";
import { authorWords, sourceWords, thumbOf, valueWords } from "./words";

interface FeedbackListProps {
  said: readonly Feedback[];
  /** What a span is called; left out where only the run is spoken of. */
  titleOf?: ((spanId: string) => string) | undefined;
  /** Left out: nothing can be taken back here. */
  onTakeBack?: ((feedback: Feedback) => void) | undefined;
  /** Left out: what others said stays. */
  onDelete?: ((feedback: Feedback) => Promise<unknown>) | undefined;
  /** What a message says; left out where messages are not at hand. */
  wordsOf?: ((messageId: string) => string | undefined) | undefined;
}

/** What was said, one after the other. */
export function FeedbackList({ said, titleOf, onTakeBack, onDelete, wordsOf }: FeedbackListProps) {
  return (
    <ul aria-label="Feedback" className="grid divide-y">
      {said.map((each) => (
        <li key={each.id} className="flex min-w-0 items-start gap-2.5 py-2.5">
          <FeedbackIcon said={each} />
          <div className="grid min-w-0 flex-1 gap-0.5">
            <p className="break-words">
              <span className="font-medium">{headline(each)}</span>
              {each.spanId !== null && titleOf ? (
                <span className="text-muted-foreground"> on {titleOf(each.spanId)}</span>
              ) : null}
              {each.messageId === null ? null : (
                <span className="text-muted-foreground"> on {messageWords(wordsOf?.(each.messageId))}</span>
              )}
            </p>
            {each.comment === null ? null : <p className="whitespace-pre-wrap break-words">{each.comment}</p>}
            <p className="text-muted-foreground text-xs">
              {authorWords(each)} {sourceWords[each.source]} · <RelativeTime time={each.updatedAt} />
            </p>
          </div>
          {each.own && onTakeBack ? (
            <IconButton icon={Trash2} label="Take back" onClick={() => onTakeBack(each)} />
          ) : null}
          {!each.own && onDelete ? <DeleteFeedback said={each} onDelete={onDelete} /> : null}
        </li>
      ))}
    </ul>
  );
}

const mostQuoted = 40;

function messageWords(words: string | undefined): string {
  if (words === undefined) return "a message";
  return `“${words.length > mostQuoted ? `${words.slice(0, mostQuoted).trimEnd()}…` : words}”`;
}

function headline({ name, value }: Feedback): string {
  if (value === null) return name === "comment" ? "Comment" : name;
  return value.kind === "thumb" ? valueWords(value) : `${name}: ${valueWords(value)}`;
}

function FeedbackIcon({ said }: { said: Feedback }) {
  const thumb = thumbOf(said);
  const looks = "mt-0.5 size-4 shrink-0";
  if (thumb === "up") return <ThumbsUp aria-hidden className={`${looks} text-done-ink`} />;
  if (thumb === "down") return <ThumbsDown aria-hidden className={`${looks} text-failed-ink`} />;
  const Icon = said.value === null ? MessageSquareText : said.value.kind === "score" ? Gauge : Tag;
  return <Icon aria-hidden className={`${looks} text-muted-foreground`} />;
}
