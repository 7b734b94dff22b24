"use client";

import { ArrowUp, Square } from "lucide-react";
import { type RefObject, useEffect } from "react";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { Textarea } from "@/components/ui/textarea";
import type { MultitaskStrategy } from "@/workflows/events/multitask";
import { SendAhead } from "./send-ahead";
import { useDraft } from "./use-draft";

interface ComposerProps {
  box: RefObject<HTMLTextAreaElement | null>;
  /** Conversation the draft belongs to. */
  draftKey: string;
  agentName: string;
  /** A turn is being made: it can be stopped, and what is sent waits for its end. */
  busy: boolean;
  /** What is sent may stop the turn that is being made. */
  mayCutIn: boolean;
  /** Why nothing can be sent, e.g. an approval that waits. */
  blocked?: string | undefined;
  sending: boolean;
  /** The turn was told to stop. */
  stopping: boolean;
  onSend: (message: string, strategy: MultitaskStrategy) => Promise<boolean>;
  onStop: () => void;
}

/** Where a person writes. Enter sends, Shift+Enter breaks the line, Ctrl or Cmd and Enter stop the answer first. */
export function Composer(props: ComposerProps) {
  const { box, draftKey, agentName, busy, mayCutIn, blocked, sending, stopping, onSend, onStop } = props;
  const [text, setText] = useDraft(draftKey);
  // Whoever has a keyboard can type at once; on a phone it would cover half of the conversation.
  useEffect(() => {
    if (matchMedia("(pointer: fine)").matches) box.current?.focus();
  }, [box]);
  const ready = text.trim() !== "" && !sending && !blocked;
  const ahead = busy && ready;
  const send = async (strategy: MultitaskStrategy = "enqueue") => {
    if (!ready) return;
    const message = text.trim();
    setText("");
    if (!(await onSend(message, strategy))) setText(message);
  };
  const cutIn = () => send("interrupt");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      className="grid gap-2"
    >
      <div className="relative">
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
            void (ahead && mayCutIn && (event.metaKey || event.ctrlKey) ? cutIn() : send());
          }}
          className={cn(
            "block max-h-48 resize-none rounded-lg py-3 pl-3.5 text-base",
            ahead ? "pr-26" : "pr-14",
          )}
        />
        <div className="absolute right-2.5 bottom-2.5 flex gap-1.5 pointer-coarse:right-1 pointer-coarse:bottom-[3px] pointer-coarse:gap-0.5">
          {busy ? (
            <IconButton
              icon={Square}
              label="Stop"
              shortcut={blocked ? undefined : "Esc"}
              variant="secondary"
              busy={stopping}
              onClick={onStop}
            />
          ) : null}
          {busy && !ahead ? null : (
            <IconButton
              icon={ArrowUp}
              label={ahead ? "Send after this answer" : "Send"}
              variant="primary"
              type="submit"
              disabled={!ready}
              busy={sending}
            />
          )}
        </div>
      </div>
      {ahead ? <SendAhead mayCutIn={mayCutIn} onCutIn={() => void cutIn()} /> : null}
    </form>
  );
}
