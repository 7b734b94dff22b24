import { RelativeTime } from "@/components/ui/relative-time";
import type { Attempt } from "@/workflows/events/run-view";
import { Section } from "./section";

/** What was tried in vain before a visit came to its end. */
export function Attempts({ attempts }: { attempts: readonly Attempt[] | undefined }) {
  if (!attempts?.length) return null;
  return (
    <Section title="Failed attempts">
      <ol className="grid gap-1.5">
        {attempts.map(({ attempt, ts, problem, willRetry }) => (
          <li key={ts} className="rounded-md border px-3 py-2 text-sm">
            <p className="flex justify-between gap-3 text-muted-foreground text-xs">
              <span>
                Attempt {attempt}
                {willRetry ? ", tried again" : ", the last one"}
              </span>
              <RelativeTime time={ts} />
            </p>
            <p className="whitespace-pre-wrap break-words">{problem.message}</p>
            <p className="font-mono text-2xs text-muted-foreground">{problem.code}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
