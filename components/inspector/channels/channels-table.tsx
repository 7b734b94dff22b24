"use client";

import type { Sort } from "@/components/ui/sort";
import { SortHeader } from "@/components/ui/sort-header";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ChannelColumn, ChannelEntry } from "./channel-list";
import { ChannelTableRow } from "./channel-table-row";

const columns: readonly [column: ChannelColumn, title: string, width: string][] = [
  ["name", "Name", "w-[16%] min-w-40"],
  ["type", "Type", "w-[11%] min-w-32"],
  ["reducer", "When two writes meet", "w-[12%] min-w-32"],
  ["default", "Default", "w-[14%] min-w-32"],
  ["writers", "Written by", "min-w-44"],
  ["readers", "Read by", "min-w-44"],
];

interface ChannelsTableProps {
  shown: readonly ChannelEntry[];
  sort: Sort<ChannelColumn>;
  setSort: (sort: Sort<ChannelColumn>) => void;
  keyOf: (name: string) => string;
  renamed: (from: string, to: string) => void;
  disabled: boolean;
}

/** Every channel with all its settings in reach, and who writes and reads it. */
export function ChannelsTable({ shown, sort, setSort, keyOf, renamed, disabled }: ChannelsTableProps) {
  return (
    <Table aria-label="Channels">
      <TableHead>
        <TableRow>
          {columns.map(([column, title, width]) => (
            <SortHeader key={column} column={column} sort={sort} onSort={setSort} className={width}>
              {title}
            </SortHeader>
          ))}
          <TableHeader>
            <span className="sr-only">Actions</span>
          </TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {shown.map((entry) => (
          <ChannelTableRow key={keyOf(entry.name)} entry={entry} disabled={disabled} onRenamed={renamed} />
        ))}
      </TableBody>
    </Table>
  );
}
