import { useNoWorkers } from "@/components/run/waiting/use-no-workers";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { AgentMessage } from "./agent-message";
import type { LiveTurn } from "./live-turn";

interface LiveAnswerProps {
  live: LiveTurn;
  /** Nothing more comes. */
  over: boolean;
}

/** An answer as far as it has come, and what is at work. */
export function LiveAnswer({ live: { text, activity, speaking }, over }: LiveAnswerProps) {
  const alone = useNoWorkers(!over && !text && activity.length === 0);
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
          <Spinner />
          {activity.join(", ") || "Working"}
        </p>
      )}
    </div>
  );
}
