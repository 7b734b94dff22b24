"use client";

import { Braces, Copy, Link2, Rows3, SquareTerminal } from "lucide-react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import { useCopy } from "@/components/ui/use-copy";
import type { Span } from "@/workflows/events/run-view";
import { readWhole } from "../whole/read-whole";
import { curlOf } from "./curl";
import { datasetRow } from "./dataset-row";

/** A span for elsewhere: as a link, as data, as a line of a data set, as a command. */
export function SpanCopyMenu({ runId, span }: { runId: string; span: Span }) {
  const { copied, copy } = useCopy();
  const copyOf = (made: (whole: Span) => string) => async () => {
    try {
      await copy(made(await readWhole(runId, span)));
    } catch (error) {
      toast.failed("The span could not be read", error);
    }
  };
  return (
    <DropdownMenu>
      <DropdownMenuTrigger>
        <Button size="sm">
          <Copy aria-hidden />
          {copied ? "Copied" : "Copy"}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuItem icon={Link2} onSelect={() => void copy(linkTo(runId, span.id))}>
          Link to this span
        </DropdownMenuItem>
        <DropdownMenuItem icon={Braces} onSelect={copyOf((whole) => JSON.stringify(whole, null, 2))}>
          As JSON
        </DropdownMenuItem>
        <DropdownMenuItem icon={Rows3} onSelect={copyOf((whole) => datasetRow(runId, whole))}>
          As a line of a data set
        </DropdownMenuItem>
        {span.kind === "http" ? (
          <DropdownMenuItem icon={SquareTerminal} onSelect={copyOf(({ http }) => (http ? curlOf(http) : ""))}>
            As curl
          </DropdownMenuItem>
        ) : null}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function linkTo(runId: string, spanId: string): string {
  return `${location.origin}/runs/${runId}?show=span&span=${encodeURIComponent(spanId)}`;
}
