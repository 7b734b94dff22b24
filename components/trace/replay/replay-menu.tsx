"use client";

import { Disc3, PencilRuler, Radio } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { toast } from "@/components/ui/toast";
import { replayRun } from "@/lib/api/contract/replay";
import type { RunSummary } from "@/lib/api/contract/runs";
import { terminalStatuses } from "@/workflows/events/run-status";
import type { GraphDocument } from "@/workflows/graph/document";
import { whyNotReplay } from "./why-not-replay";

interface ReplayMenuProps {
  run: Pick<RunSummary, "id" | "status" | "eventsDeletedAt">;
  /** The graph as it ran. */
  document: GraphDocument;
}

/** Runs a run again on what it got from outside then, and opens the new run; or says why it cannot. */
export function ReplayMenu({ run, document }: ReplayMenuProps) {
  const router = useRouter();
  const { can } = useMe();
  const replay = useCall(replayRun, {
    onSuccess: ({ id }) => router.push(`/runs/${id}`),
    onError: (error) => toast.failed("The run could not be replayed", error),
  });
  if (!can("run.create") || !terminalStatuses.has(run.status)) return null;
  const start = (graph: "as-it-ran" | "draft", otherwise: "stop" | "live") =>
    replay.mutate({ params: { id: run.id }, body: { graph, otherwise } });
  const button = (
    <Button size="sm" busy={replay.isPending}>
      <Disc3 aria-hidden />
      Replay
    </Button>
  );
  const problem = whyNotReplay(run, document);
  if (problem) {
    return (
      <Popover>
        <PopoverTrigger>{button}</PopoverTrigger>
        <PopoverContent align="end" aria-label="Why it cannot be replayed" className="text-sm">
          {problem}
        </PopoverContent>
      </Popover>
    );
  }
  return (
    <DropdownMenu>
      <DropdownMenuTrigger>{button}</DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="max-w-80">
        <DropdownMenuItem icon={Disc3} onSelect={() => start("as-it-ran", "stop")}>
          <Way title="As it ran" help="Only recorded results: nobody is called, nothing is paid." />
        </DropdownMenuItem>
        <DropdownMenuItem icon={PencilRuler} onSelect={() => start("draft", "stop")}>
          <Way title="With the draft" help="Ends at the first call that was not recorded, and shows it." />
        </DropdownMenuItem>
        <DropdownMenuItem icon={Radio} onSelect={() => start("draft", "live")}>
          <Way
            title="With the draft, then live"
            help="From the first call that was not recorded, the world outside is called and paid for."
          />
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function Way({ title, help }: { title: string; help: string }) {
  return (
    <span className="grid min-w-0 whitespace-normal">
      <span>{title}</span>
      <span className="text-muted-foreground text-xs">{help}</span>
    </span>
  );
}
