import { Clock } from "lucide-react";
import { useNoWorkers } from "@/components/run/waiting/use-no-workers";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { AgentMessage } from "./agent-message";
import type { LiveTurn } from "./live-turn";

interface LiveAnswerProps {
  live: LiveTurn;
  /** Nothing more comes. */
  over: boolean;
  /** A limit of the workspace lets it wait for its turn. */
  held: boolean;
}

/** An answer as far as it has come, and what is at work. */
export function LiveAnswer({ live: { text, activity, speaking }, over, held }: LiveAnswerProps) {
  const quiet = !text && activity.length === 0;
  const alone = useNoWorkers(!over && quiet);
  if (over) return text ? <AgentMessage text={text} /> : null;
  return (
    <div className="grid grid-cols-1 gap-2">
      {alone ? (
        <Notice tone="waiting" title="Nobody is there to answer at the moment">
          Your message is kept. The answer comes by itself as soon as the agent can work again.
        </Notice>
      ) : null}
      {text ? (
        <div aria-busy={speaking} className="min-w-0">
          <AgentMessage text={text} streaming={speaking} />
        </div>
      ) : null}
      {speaking && activity.length === 0 ? null : (
        <p className="flex items-center gap-2 text-muted-foreground text-sm">
          {held && quiet ? <Clock aria-hidden className="size-4" /> : <Spinner />}
          {activity.join(", ") || (held ? "Waiting for its turn: others are being answered" : "Working")}
        </p>
      )}
    </div>
  );
}
