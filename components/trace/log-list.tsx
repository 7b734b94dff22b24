import { cn } from "@/components/ui/cn";
import type { RunView } from "@/workflows/events/run-view";

interface LogListProps {
  logs: RunView["logs"];
  titleOf: (nodeId: string) => string;
  className?: string;
}

/** What nodes wrote to the log, in order. */
export function LogList({ logs, titleOf, className }: LogListProps) {
  return (
    <ol className={cn("grid gap-1 p-4 font-mono text-xs", className)}>
      {logs.map((log, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: log lines only ever grow at the end
        <li key={index} className="grid grid-cols-[auto_auto_1fr] gap-3">
          <time className="text-muted-foreground tabular-nums">
            {new Date(log.ts).toISOString().slice(11, 23)}
          </time>
          <span
            className={cn(
              log.level === "error" && "text-failed-ink",
              log.level === "warn" && "text-waiting-ink",
            )}
          >
            {log.level}
          </span>
          <span className="min-w-0 whitespace-pre-wrap break-words">
            {log.nodeId ? <span className="text-muted-foreground">{titleOf(log.nodeId)}: </span> : null}
            {log.message}
          </span>
        </li>
      ))}
    </ol>
  );
}
