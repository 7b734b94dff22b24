"use client";

import { ArrowUp } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useCommandContext } from "@/components/editor/commands/use-commands";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Textarea } from "@/components/ui/textarea";
import { useDock, useDockStore } from "../dock/dock-store";

/** One message to the agent. A conversation goes on until a new one is begun. */
export function ChatBox() {
  const { testRun } = useCommandContext();
  const dock = useDockStore();
  const message = useDock((state) => state.message);
  const starting = useDock((state) => state.starting);
  const goesOn = useDock((state) => state.threadId !== null);
  const onKeyDown = (event: KeyboardEvent) => {
    const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing;
    if (event.key !== "Enter" || !plain) return;
    event.preventDefault();
    testRun();
  };
  return (
    <div className="grid gap-1.5">
      <div className="relative">
        <Textarea
          aria-label="Message"
          placeholder={goesOn ? "Go on with this conversation" : "Write a message"}
          rows={1}
          value={message}
          onChange={(event) => dock.setState({ message: event.target.value })}
          onKeyDown={onKeyDown}
          className="max-h-40 resize-none py-2 pr-11"
        />
        <IconButton
          icon={ArrowUp}
          label="Send"
          variant="primary"
          busy={starting}
          onClick={() => testRun()}
          className="absolute right-1.5 bottom-1.5"
        />
      </div>
      {goesOn ? (
        <Button
          size="sm"
          variant="link"
          className="justify-self-start text-xs"
          onClick={() => dock.setState({ threadId: null })}
        >
          Start a new conversation
        </Button>
      ) : null}
    </div>
  );
}
