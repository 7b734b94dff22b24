import { RelativeTime } from "@/components/ui/relative-time";
import { runStanding, type Standing } from "./run-standing";

/** What a run waits for, in a few words under its status; nothing for one that does not wait. */
export function RunWait({ run }: { run: Standing }) {
  const { detail, time } = runStanding(run);
  if (!detail) return null;
  return (
    <span className="block whitespace-nowrap text-muted-foreground text-xs">
      {detail}
      {time ? (
        <>
          {" "}
          <RelativeTime time={time} className="relative z-10" />
        </>
      ) : null}
    </span>
  );
}
