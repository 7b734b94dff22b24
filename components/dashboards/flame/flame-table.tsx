"use client";

import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { formatCount } from "@/components/ui/format/count";
import { formatDuration } from "@/components/ui/format/duration";
import { formatMoney } from "@/components/ui/format/money";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Flame } from "@/lib/api/contract/dashboards";
import type { FlameNode } from "@/workflows/figures/flame";
import { csvOf } from "../charts/csv";
import { flat } from "./bars";
import { placeLooks, placeTitle } from "./place-look";

const columns: { label: string; of: (node: FlameNode) => number; format: (value: number) => string }[] = [
  { label: "Times", of: ({ amounts }) => amounts.n, format: formatCount },
  { label: "Failed", of: ({ amounts }) => amounts.errors, format: formatCount },
  { label: "Work", of: ({ amounts }) => amounts.workMs, format: formatDuration },
  { label: "Own work", of: ({ ownMs }) => ownMs, format: formatDuration },
  { label: "Waited", of: ({ amounts }) => amounts.waitMs, format: formatDuration },
  { label: "Tokens", of: ({ amounts }) => amounts.input + amounts.output, format: formatCount },
  { label: "Cost", of: ({ microsWidth }) => microsWidth, format: formatMoney },
];

interface FlameTableProps {
  flame: Flame;
  selected: string | null;
  onSelect: (path: string) => void;
}

/** Every place with its numbers, those inside a place below it. */
export function FlameTable({ flame, selected, onSelect }: FlameTableProps) {
  const rows = flat(flame.places);
  const csv = () =>
    csvOf(
      ["place", "kind", "path", ...columns.map(({ label }) => label)],
      rows.map(({ node }) => [
        placeTitle(node.place, flame),
        placeLooks[node.place.kind].word,
        node.path,
        ...columns.map(({ of }) => of(node)),
      ]),
    );
  return (
    <Card aria-label="Places">
      <CardHeader
        title="Places as a table"
        description="With everything inside a place; its own work is what is left without that."
        actions={<CopyButton value={csv} label="Copy the table as CSV" />}
      />
      <CardBody className="px-0">
        <Table aria-label="Places as a table">
          <TableHead>
            <TableRow>
              <TableHeader className="pl-4">Place</TableHeader>
              {columns.map(({ label }) => (
                <TableHeader key={label} className="whitespace-nowrap text-right last:pr-4">
                  {label}
                </TableHeader>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(({ node, depth }) => {
              const { icon: Icon, word } = placeLooks[node.place.kind];
              return (
                <TableRow key={node.path}>
                  <TableCell className="pl-4">
                    <span className="flex items-center gap-2" style={{ paddingLeft: depth * 16 }}>
                      <Icon aria-hidden className="size-3.5 shrink-0 text-muted-foreground" />
                      <span className="sr-only">{word}</span>
                      <Button
                        variant="link"
                        aria-pressed={node.path === selected}
                        onClick={() => onSelect(node.path)}
                        className="max-w-64 truncate font-normal aria-pressed:font-medium"
                      >
                        {placeTitle(node.place, flame)}
                      </Button>
                    </span>
                  </TableCell>
                  {columns.map(({ label, of, format }) => (
                    <TableCell key={label} className="whitespace-nowrap text-right tabular-nums last:pr-4">
                      {format(of(node))}
                    </TableCell>
                  ))}
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </CardBody>
    </Card>
  );
}
