import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { formatDuration } from "@/components/ui/format/duration";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import type { System } from "./system";

/** What is wrong and what helps, and how the queue is doing. */
export function HealthCard({ problems, queue }: Pick<System, "problems" | "queue">) {
  return (
    <Card>
      <CardHeader title="Health" description="How the work on runs goes in the whole installation." />
      <CardBody>
        {problems.length === 0 ? <Notice tone="done">Everything is well.</Notice> : null}
        {problems.map(({ check, message, since, action }) => (
          <Notice key={`${check} ${message}`} tone="failed" title={message}>
            {action} <span className="whitespace-nowrap">Seen first </span>
            <RelativeTime time={since} />.
          </Notice>
        ))}
        <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4">
          <Figure name="Waiting" value={queue.waiting} />
          <Figure name="Longest wait" value={queue.waiting > 0 ? formatDuration(queue.oldestMs) : "–"} />
          <Figure name="Running" value={queue.running} />
          <Figure name="Held back" value={queue.held} />
        </dl>
      </CardBody>
    </Card>
  );
}

function Figure({ name, value }: { name: string; value: string | number }) {
  return (
    <div>
      <dt className="text-muted-foreground text-xs">{name}</dt>
      <dd className="font-medium text-base tabular-nums">{value}</dd>
    </div>
  );
}
