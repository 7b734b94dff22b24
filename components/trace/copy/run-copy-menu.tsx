"use client";

import { Braces, Copy, Hash, Link2, SquareTerminal } from "lucide-react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import { useCopy } from "@/components/ui/use-copy";
import { call } from "@/lib/api/client/call";
import { getAgent } from "@/lib/api/contract/agents";
import { getRun, type RunSummary } from "@/lib/api/contract/runs";
import { runCurl } from "./curl";

/** A run for elsewhere: its id, a link, its data, and the API call that starts another like it. */
export function RunCopyMenu({ run }: { run: RunSummary }) {
  const { copied, copy } = useCopy();
  const copyOf = (made: (whole: RunSummary) => string | Promise<string>) => async () => {
    try {
      await copy(await made(await call(getRun, { params: { id: run.id } })));
    } catch (error) {
      toast.failed("The run could not be read", error);
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
        <DropdownMenuItem icon={Hash} onSelect={() => void copy(run.id)}>
          Run id
        </DropdownMenuItem>
        <DropdownMenuItem icon={Link2} onSelect={() => void copy(`${location.origin}/runs/${run.id}`)}>
          Link to this run
        </DropdownMenuItem>
        <DropdownMenuItem icon={Braces} onSelect={copyOf((whole) => JSON.stringify(whole, null, 2))}>
          As JSON
        </DropdownMenuItem>
        <DropdownMenuItem icon={SquareTerminal} onSelect={copyOf(curlFor)}>
          As curl, to start it again
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

/** A draft's run starts by its revision, any other by the agent's address. */
async function curlFor({ agentId, draftRevision, version, input }: RunSummary): Promise<string> {
  const { origin } = location;
  if (version === null && draftRevision !== null) {
    return runCurl({
      origin,
      path: `/agents/${agentId}/test-runs`,
      body: { revision: draftRevision, input },
    });
  }
  const { slug } = await call(getAgent, { params: { id: agentId } });
  return runCurl({ origin, path: `/agents/${slug}/runs`, body: { input } });
}
