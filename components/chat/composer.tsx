"use client";

import { ArrowUp, Square } from "lucide-react";
import { type RefObject, useEffect } from "react";
import { AttachButton } from "@/components/attachments/attach-button";
import { AttachedList } from "@/components/attachments/attached-list";
import { useTakeFiles } from "@/components/attachments/use-take-files";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { Textarea } from "@/components/ui/textarea";
import type { MultitaskStrategy } from "@/workflows/events/multitask";
import { SendAhead } from "./send-ahead";
import type { Attachments } from "./use-attachments";
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
  /** Absent: the agent's models are shown no images and files. */
  attachments?: Attachments | undefined;
  sending: boolean;
  /** The turn was told to stop. */
  stopping: boolean;
  onSend: (message: string, strategy: MultitaskStrategy) => Promise<boolean>;
  onStop: () => void;
}

const noAttachments: Attachments = { attached: [], most: 0, onChange: () => {} };

/** Where a person writes. Enter sends, Shift+Enter breaks the line, Ctrl or Cmd and Enter stop the answer first. */
export function Composer(props: ComposerProps) {
  const { box, draftKey, agentName, busy, mayCutIn, blocked, sending, stopping, onSend, onStop } = props;
  const { attached, most, onChange } = props.attachments ?? noAttachments;
  const { reading, take } = useTakeFiles(attached, most, onChange);
  const [text, setText] = useDraft(draftKey);
  // Whoever has a keyboard can type at once; on a phone it would cover half of the conversation.
  useEffect(() => {
    if (matchMedia("(pointer: fine)").matches) box.current?.focus();
  }, [box]);
  const ready = text.trim() !== "" && !sending && !blocked && !reading;
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
      onDragOver={(event) => (most > 0 ? event.preventDefault() : undefined)}
      onDrop={(event) => {
        if (most === 0) return;
        event.preventDefault();
        take([...event.dataTransfer.files]);
      }}
      className="grid gap-2"
    >
      <AttachedList
        attached={attached}
        label="Attached"
        onRemove={(at) => onChange(attached.filter((_, index) => index !== at))}
      />
      <div className="relative">
        <Textarea
          ref={box}
          aria-label={`Message ${agentName}`}
          placeholder={blocked ?? `Message ${agentName}`}
          rows={1}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPaste={(event) => {
            const files = [...event.clipboardData.files];
            if (most === 0 || files.length === 0) return;
            event.preventDefault();
            take(files);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void (ahead && mayCutIn && (event.metaKey || event.ctrlKey) ? cutIn() : send());
          }}
          className={cn(
            "block max-h-48 resize-none rounded-lg py-3 pl-3.5 text-base",
            ahead ? "pr-26" : "pr-14",
            most > 0 && "pl-12",
          )}
        />
        {most > 0 ? (
          <div className="absolute bottom-2.5 left-2.5 pointer-coarse:bottom-[3px] pointer-coarse:left-0.5">
            <AttachButton label="Attach pictures or PDFs" multiple={most > 1} onFiles={take} />
          </div>
        ) : null}
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
