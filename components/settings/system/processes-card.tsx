import { Server } from "lucide-react";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { ProcessRow } from "./process-row";
import type { SeenProcess } from "./system";

/** Every process of the installation, those that died lately among them. */
export function ProcessesCard({ processes }: { processes: readonly SeenProcess[] }) {
  return (
    <Card>
      <CardHeader
        title="Processes"
        description="Each shows itself every few seconds. One that ends without a word stays here for a quarter of an hour."
      />
      {processes.length === 0 ? (
        <EmptyState icon={Server} title="No process has shown itself yet" className="py-10">
          This takes a few seconds after the start.
        </EmptyState>
      ) : (
        <Table aria-label="Processes">
          <TableHead>
            <TableRow>
              <TableHeader className="pl-4">Process</TableHeader>
              <TableHeader>State</TableHeader>
              <TableHeader className="text-right">Runs</TableHeader>
              <TableHeader className="text-right">Memory</TableHeader>
              <TableHeader className="text-right">Delay</TableHeader>
              <TableHeader className="text-right">Database</TableHeader>
              <TableHeader className="pr-4 text-right">Seen</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {processes.map((process) => (
              <ProcessRow key={process.id} process={process} />
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  );
}
