import { RotateCw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ChatTurn } from "./chat-turn";

interface TurnEndingProps {
  turn: ChatTurn;
  /** Whether the reader can look up why. */
  hasTrace: boolean;
  onRetry?: (() => void) | undefined;
  /** Something is being sent already. */
  retrying: boolean;
}

/** How a turn ended that did not end well; nothing for all others. */
export function TurnEnding({ turn, hasTrace, onRetry, retrying }: TurnEndingProps) {
  const retry = onRetry ? (
    <Button size="sm" onClick={onRetry} busy={retrying}>
      <RotateCw aria-hidden />
      Try again
    </Button>
  ) : undefined;
  if (turn.status === "error" || turn.status === "timeout") {
    return (
      <Notice tone="failed" title="The agent could not answer" actions={retry}>
        {turn.status === "timeout" ? "It took longer than it may." : "Something it needs did not work."}{" "}
        {hasTrace ? "The trace says what happened." : "If this happens again, tell whoever runs it."}
      </Notice>
    );
  }
  if (turn.status === "cancelled") {
    return (
      <Notice title="Stopped" actions={retry}>
        This answer was stopped before it was complete.
      </Notice>
    );
  }
  return null;
}
