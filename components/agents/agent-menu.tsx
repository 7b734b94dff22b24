"use client";

import { Copy, Ellipsis, Gauge, MessagesSquare, Pencil, Play, ShieldCheck, Trash2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useMe } from "@/components/data/use-me";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import type { AgentSummary } from "@/lib/api/contract/agents";
import { AgentDataDialog } from "./agent-data-dialog";
import { LimitAgentDialog } from "./limit-agent-dialog";
import { RenameAgentDialog } from "./rename-agent-dialog";
import { useDeleteAgent } from "./use-delete-agent";
import { useDuplicateAgent } from "./use-duplicate-agent";

/** What can be done with an agent without opening it. */
export function AgentMenu({ agent }: { agent: AgentSummary }) {
  const { can } = useMe();
  const [renaming, setRenaming] = useState(false);
  const [limiting, setLimiting] = useState(false);
  const [ruling, setRuling] = useState(false);
  const duplicate = useDuplicateAgent();
  const remove = useDeleteAgent();
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger>
          <IconButton icon={Ellipsis} label={`Actions for ${agent.name}`} className="relative z-10" />
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem asChild>
            <Link href={`/runs?agent=${agent.id}`}>
              <Play aria-hidden />
              Runs
            </Link>
          </DropdownMenuItem>
          {agent.liveVersion !== null ? (
            <DropdownMenuItem asChild>
              <Link href={`/chat/${agent.slug}`}>
                <MessagesSquare aria-hidden />
                Open published page
              </Link>
            </DropdownMenuItem>
          ) : null}
          {can("agent.edit") ? (
            <>
              <DropdownMenuSeparator />
              <DropdownMenuItem icon={Pencil} onSelect={() => setRenaming(true)}>
                Rename…
              </DropdownMenuItem>
              <DropdownMenuItem icon={Copy} onSelect={() => void duplicate(agent)}>
                Duplicate
              </DropdownMenuItem>
            </>
          ) : null}
          {can("agent.edit") ? (
            <DropdownMenuItem icon={ShieldCheck} onSelect={() => setRuling(true)}>
              Data and models…
            </DropdownMenuItem>
          ) : null}
          {can("workspace.manage") ? (
            <DropdownMenuItem icon={Gauge} onSelect={() => setLimiting(true)}>
              Limit runs…
            </DropdownMenuItem>
          ) : null}
          {can("agent.delete") ? (
            <>
              <DropdownMenuSeparator />
              <DropdownMenuItem icon={Trash2} danger onSelect={() => void remove(agent)}>
                Delete
              </DropdownMenuItem>
            </>
          ) : null}
        </DropdownMenuContent>
      </DropdownMenu>
      <RenameAgentDialog agent={agent} open={renaming} onOpenChange={setRenaming} />
      {can("agent.edit") ? <AgentDataDialog agent={agent} open={ruling} onOpenChange={setRuling} /> : null}
      {can("workspace.manage") ? (
        <LimitAgentDialog agent={agent} open={limiting} onOpenChange={setLimiting} />
      ) : null}
    </>
  );
}
