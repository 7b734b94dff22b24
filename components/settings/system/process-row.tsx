import { formatDuration } from "@/components/ui/format/duration";
import { Status } from "@/components/ui/status";
import { TableCell, TableRow } from "@/components/ui/table";
import { Tooltip } from "@/components/ui/tooltip";
import { processStates, roleTitles, type SeenProcess } from "./system";

const figure = "whitespace-nowrap text-right text-muted-foreground tabular-nums";

export function ProcessRow({ process }: { process: SeenProcess }) {
  const { role, host, pid, version, upMs, seenMsAgo, state, why, work, memory, loopMs, pool } = process;
  const { label, tone } = processStates[state];
  return (
    <TableRow>
      <TableCell className="min-w-44 pl-4">
        <div className="font-medium">{roleTitles[role]}</div>
        <div className="text-muted-foreground text-xs">
          {`${host}:${pid}`} · {version} ·{" "}
          <span className="whitespace-nowrap">up {formatDuration(upMs)}</span>
        </div>
      </TableCell>
      <TableCell className="min-w-32">
        <Status tone={tone} label={label} />
        {why ? <div className="text-muted-foreground text-xs">{why}</div> : null}
      </TableCell>
      <TableCell className={figure}>{work ? `${work.active} of ${work.places}` : "–"}</TableCell>
      <TableCell className={figure}>{memory ? `${Math.round(memory.rss / 1e6)} MB` : "–"}</TableCell>
      <TableCell className={figure}>{loopMs === null ? "–" : formatDuration(loopMs)}</TableCell>
      <TableCell className={figure}>
        {pool ? (
          <Tooltip tip={`${pool.waiting} wait for a connection`}>
            <span>{`${pool.inUse} of ${pool.size}`}</span>
          </Tooltip>
        ) : (
          "–"
        )}
      </TableCell>
      <TableCell className={`${figure} pr-4`}>{seenAgo(seenMsAgo)}</TableCell>
    </TableRow>
  );
}

/** A process shows itself every few seconds: fractions of one mean nothing. */
function seenAgo(ms: number): string {
  return ms < 60_000 ? `${Math.round(ms / 1000)} s ago` : `${formatDuration(ms)} ago`;
}
