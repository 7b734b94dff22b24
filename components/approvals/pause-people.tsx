import { RelativeTime } from "@/components/ui/relative-time";
import type { InterruptSummary } from "@/lib/api/contract/runs";

type Standing = Pick<
  InterruptSummary,
  "payload" | "status" | "assignees" | "votes" | "expiresAt" | "escalatesAt"
>;

/** Whom a pause is for, who has answered so far, and until when it waits. */
export function PausePeople({ pause }: { pause: Standing }) {
  const { payload, status, assignees, votes, expiresAt, escalatesAt } = pause;
  const waits = status === "waiting";
  const { quorum } = payload;
  const lines = [
    ...(assignees.length > 0 ? [{ term: "For", is: assignees.map(nameOf).join(", ") }] : []),
    ...(quorum
      ? [{ term: "Answers", is: `${votes.length} of ${quorum.people}, decided by ${ruleWords[quorum.rule]}` }]
      : []),
    ...(waits && expiresAt ? [{ term: "Answer by", is: <RelativeTime time={expiresAt} /> }] : []),
    ...(waits && escalatesAt ? [{ term: "Others are asked", is: <RelativeTime time={escalatesAt} /> }] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <div className="grid gap-1 text-muted-foreground text-sm">
      <dl className="flex flex-wrap gap-x-4 gap-y-1">
        {lines.map(({ term, is }) => (
          <div key={term} className="flex min-w-0 gap-1.5">
            <dt>{term}:</dt>
            <dd className="min-w-0 break-words text-foreground">{is}</dd>
          </div>
        ))}
      </dl>
      {quorum && votes.length > 0 ? (
        <ul aria-label="Answers so far">
          {votes.map(({ by, at, answer, text }) => (
            <li key={`${by} ${at}`}>
              {by ?? "Somebody"}: <span className="text-foreground">{labelOf(pause, answer)}</span>
              {text ? ` (${text})` : ""} · <RelativeTime time={at} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

const ruleWords = {
  same: "all choosing the same",
  majority: "the majority",
  veto: "the first who rejects, else the majority",
} as const;

function nameOf({ kind, role, email, by, later }: InterruptSummary["assignees"][number]): string {
  const name = kind === "role" ? `everybody of the role ${role ?? ""}` : (email ?? "");
  if (by) return `${name} (passed on by ${by})`;
  return later ? `${name} (asked later)` : name;
}

function labelOf({ payload }: Pick<InterruptSummary, "payload">, answer: string): string {
  return payload.answers.find(({ id }) => id === answer)?.label ?? answer;
}
