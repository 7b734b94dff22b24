"use client";

import { ArrowUp, Square } from "lucide-react";
import { type RefObject, useEffect } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Textarea } from "@/components/ui/textarea";
import { useDraft } from "./use-draft";

interface ComposerProps {
  box: RefObject<HTMLTextAreaElement | null>;
  /** Conversation the draft belongs to. */
  draftKey: string;
  agentName: string;
  /** A turn is being made: it can be stopped, nothing can be sent. */
  busy: boolean;
  /** Why nothing can be sent, e.g. an approval that waits. */
  blocked?: string | undefined;
  sending: boolean;
  /** The turn was told to stop. */
  stopping: boolean;
  onSend: (message: string) => Promise<boolean>;
  onStop: () => void;
}

/** Where a person writes. Enter sends, Shift+Enter breaks the line. */
export function Composer(props: ComposerProps) {
  const { box, draftKey, agentName, busy, blocked, sending, stopping, onSend, onStop } = props;
  const [text, setText] = useDraft(draftKey);
  // Whoever has a keyboard can type at once; on a phone it would cover half of the conversation.
  useEffect(() => {
    if (matchMedia("(pointer: fine)").matches) box.current?.focus();
  }, [box]);
  const ready = text.trim() !== "" && !busy && !sending && !blocked;
  const send = async () => {
    if (!ready) return;
    const message = text.trim();
    setText("");
    if (!(await onSend(message))) setText(message);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      className="relative"
    >
      <Textarea
        ref={box}
        aria-label={`Message ${agentName}`}
        placeholder={blocked ?? `Message ${agentName}`}
        rows={1}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void send();
        }}
        className="block max-h-48 resize-none rounded-lg py-3 pr-14 pl-3.5 text-base"
      />
      <div className="absolute right-2.5 bottom-2.5 pointer-coarse:right-1 pointer-coarse:bottom-[3px]">
        {busy ? (
          <IconButton
            icon={Square}
            label="Stop"
            shortcut={blocked ? undefined : "Esc"}
            variant="secondary"
            busy={stopping}
            onClick={onStop}
          />
        ) : (
          <IconButton
            icon={ArrowUp}
            label="Send"
            variant="primary"
            type="submit"
            disabled={!ready}
            busy={sending}
          />
        )}
      </div>
    </form>
  );
}
