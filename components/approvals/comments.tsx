"use client";

import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { Button } from "@/components/ui/button";
import { errorMessage } from "@/components/ui/error-message";
import { Field } from "@/components/ui/field";
import { RelativeTime } from "@/components/ui/relative-time";
import { Textarea } from "@/components/ui/textarea";
import { commentInterrupt, type InterruptSummary, listInterrupts } from "@/lib/api/contract/runs";

interface CommentsProps {
  pause: InterruptSummary;
  mayComment: boolean;
}

/** What people say about a pause while it waits. */
export function Comments({ pause, mayComment }: CommentsProps) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const comment = useCall(commentInterrupt, { refresh: [listInterrupts] });
  const { comments } = pause;
  const say = async () => {
    try {
      await comment.mutateAsync({ params: { id: pause.id }, body: { text } });
      setText("");
      setOpen(false);
    } catch {
      // It stands below the field, and what was typed stays.
    }
  };
  const maySay = mayComment && pause.status === "waiting";
  if (comments.length === 0 && !maySay) return null;
  return (
    <fieldset aria-label="Comments" className="grid min-w-0 gap-2 text-sm">
      {comments.length > 0 ? (
        <ol className="grid gap-2 border-l-2 pl-3">
          {comments.map(({ by, at, text: said }) => (
            <li key={`${by} ${at} ${said}`}>
              <p className="text-muted-foreground text-xs">
                {by} · <RelativeTime time={at} />
              </p>
              <p className="whitespace-pre-wrap break-words">{said}</p>
            </li>
          ))}
        </ol>
      ) : null}
      {maySay && open ? (
        <div className="grid gap-2">
          <Field
            label="Comment for the others"
            help="The run does not see it."
            error={comment.isError ? errorMessage(comment.error) : undefined}
          >
            <Textarea rows={2} value={text} onChange={(event) => setText(event.target.value)} />
          </Field>
          <div className="flex gap-2">
            <Button
              size="sm"
              busy={comment.isPending}
              disabled={text.trim() === ""}
              onClick={() => void say()}
            >
              Add comment
            </Button>
            <Button size="sm" variant="ghost" onClick={() => setOpen(false)}>
              Cancel
            </Button>
          </div>
        </div>
      ) : null}
      {maySay && !open ? (
        <div>
          <Button size="sm" variant="link" onClick={() => setOpen(true)}>
            Comment
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
