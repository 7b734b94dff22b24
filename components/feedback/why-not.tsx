"use client";

import { type FormEvent, useId, useState } from "react";
import { useDraft } from "@/components/chat/use-draft";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";

interface WhyNotProps {
  /** Under which an unsent text is kept on this device. */
  draftKey: string;
  /** What was said already. */
  comment: string | null;
  /** The thumb was given a moment ago. */
  fresh: boolean;
  onSay: (comment: string) => Promise<unknown>;
}

/** After thumbs down: what was wrong, in words. Nobody has to. */
export function WhyNot({ draftKey, comment, fresh, onSay }: WhyNotProps) {
  const [open, setOpen] = useState(fresh && comment === null);
  if (comment !== null && !open) {
    return (
      <p className="flex flex-wrap items-center gap-x-2 text-muted-foreground text-sm">
        <span className="min-w-0 break-words">You wrote: “{comment}”</span>
        <Button size="sm" variant="ghost" onClick={() => setOpen(true)}>
          Change
        </Button>
      </p>
    );
  }
  if (!open) {
    return (
      <Button size="sm" variant="ghost" className="-ml-2 justify-self-start" onClick={() => setOpen(true)}>
        Say what was wrong
      </Button>
    );
  }
  return <CommentForm draftKey={draftKey} comment={comment} onSay={onSay} onClose={() => setOpen(false)} />;
}

interface CommentFormProps extends Omit<WhyNotProps, "fresh"> {
  onClose: () => void;
}

function CommentForm({ draftKey, comment, onSay, onClose }: CommentFormProps) {
  const id = useId();
  const [draft, setDraft] = useDraft(`feedback.${draftKey}`);
  const [busy, setBusy] = useState(false);
  const [isNew, setIsNew] = useState(draft === "");
  const text = isNew && draft === "" ? (comment ?? "") : draft;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    setBusy(true);
    try {
      await onSay(text.trim());
      setDraft("");
      onClose();
    } catch (error) {
      toast.failed("Your comment was not kept", error);
    }
    setBusy(false);
  };
  const close = () => {
    setDraft("");
    onClose();
  };

  return (
    <form onSubmit={(event) => void send(event)} className="grid max-w-lg grid-cols-1 gap-2">
      <label htmlFor={id} className="text-muted-foreground text-sm">
        What was wrong? You need not say.
      </label>
      <Textarea
        id={id}
        rows={2}
        maxLength={4_000}
        value={text}
        onChange={({ target }) => {
          setIsNew(false);
          setDraft(target.value);
        }}
      />
      <div className="flex gap-2">
        <Button type="submit" size="sm" variant="primary" busy={busy} disabled={text.trim() === ""}>
          Send comment
        </Button>
        <Button size="sm" variant="ghost" onClick={close}>
          Not now
        </Button>
      </div>
    </form>
  );
}
