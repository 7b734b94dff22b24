"use client";

import { ListTree } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import type { Json } from "@/workflows/graph/json";
import { AnswerThumb } from "./answer-thumb";
import type { Chat } from "./chat";
import type { ChatTurn } from "./chat-turn";
import { copyOf } from "./output-text";

interface TurnActionsProps {
  chat: Chat;
  turn: ChatTurn;
  answers: readonly string[];
  output: Json | null;
  traceHref?: string | undefined;
}

/** What can be done with an answer that is there. */
export function TurnActions({ chat, turn, answers, output, traceHref }: TurnActionsProps) {
  const text = [...answers, copyOf(output)].join("\n\n").trim();
  return (
    <AnswerThumb
      chat={chat}
      turn={turn}
      before={text ? <CopyButton value={text} label="Copy answer" /> : null}
      after={
        traceHref ? (
          <Button asChild variant="ghost" size="sm">
            <Link href={traceHref}>
              <ListTree aria-hidden />
              View trace
            </Link>
          </Button>
        ) : null
      }
    />
  );
}
