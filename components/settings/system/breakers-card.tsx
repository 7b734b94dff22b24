import { Plug } from "lucide-react";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { breakerWords } from "../outgoing/breaker-words";
import { breakerKinds, type SeenBreaker } from "./system";

/** Model providers and hosts that have failed lately, process by process. */
export function BreakersCard({ breakers }: { breakers: readonly SeenBreaker[] }) {
  return (
    <Card>
      <CardHeader
        title="Circuit breakers"
        description="Whoever fails again and again is left alone for a while, so that runs do not wait for them."
      />
      {breakers.length === 0 ? (
        <EmptyState icon={Plug} title="Nobody has failed lately" className="py-10">
          Model providers and hosts appear here when their calls fail.
        </EmptyState>
      ) : (
        <Table aria-label="Circuit breakers">
          <TableHead>
            <TableRow>
              <TableHeader className="pl-4">Other side</TableHeader>
              <TableHeader>State</TableHeader>
              <TableHeader className="text-right">Failures in a row</TableHeader>
              <TableHeader className="pr-4 text-right">Since</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {breakers.map((breaker) => (
              <BreakerRow
                key={`${breaker.process} ${breaker.kind} ${breaker.name} ${breaker.since}`}
                breaker={breaker}
              />
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  );
}

function BreakerRow({ breaker }: { breaker: SeenBreaker }) {
  const { kind, name, process, failures, since, lastError } = breaker;
  const { state: label, tone } = breakerWords(breaker);
  return (
    <TableRow>
      <TableCell className="w-full min-w-48 pl-4">
        <div className="break-all font-medium">{name}</div>
        <div className="break-words text-muted-foreground text-xs">
          {breakerKinds[kind]} · {process}
          {lastError ? ` · ${lastError}` : null}
        </div>
      </TableCell>
      <TableCell>
        <Status tone={tone} label={label} />
      </TableCell>
      <TableCell className="text-right text-muted-foreground tabular-nums">{failures}</TableCell>
      <TableCell className="whitespace-nowrap pr-4 text-right text-muted-foreground">
        <RelativeTime time={since} />
      </TableCell>
    </TableRow>
  );
}
