"use client";

import { Braces, Download, Sheet } from "lucide-react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { urlOf } from "@/lib/api/client/call";
import type { CallInput } from "@/lib/api/contract/endpoint";
import { exportRuns } from "@/lib/api/contract/run-lists";

type Query = Omit<CallInput<typeof exportRuns>["query"], "format">;

const formats = [
  { format: "csv", label: "Export as CSV", icon: Sheet },
  { format: "jsonl", label: "Export as JSON lines", icon: Braces },
] as const;

/** Lines of a menu that hand runs to the browser as a file; it is written as it is read, whatever its length. */
export function ExportItems({ query }: { query: Query }) {
  return formats.map(({ format, label, icon: Icon }) => (
    <DropdownMenuItem key={format} asChild>
      <a href={urlOf(exportRuns, { query: { ...query, format } })} download>
        <Icon aria-hidden />
        {label}
      </a>
    </DropdownMenuItem>
  ));
}

/** Every run that matches, loaded here or not. */
export function ExportMenu({ query, filtered }: { query: () => Query; filtered: boolean }) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger>
        <Button>
          <Download aria-hidden />
          Export
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="max-w-72">
        <DropdownMenuLabel>
          {filtered ? "All runs that match the filters" : "All runs of this list"}, also those not loaded
          here, with their whole input and output. Your browser shows how far it is.
        </DropdownMenuLabel>
        <Items query={query} />
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

/** Made when the menu opens: what the filters mean then. */
function Items({ query }: { query: () => Query }) {
  return <ExportItems query={query()} />;
}
