"use client";

import { FileUp, Plus } from "lucide-react";
import { parseAsBoolean, useQueryState } from "nuqs";
import { useState } from "react";
import { useMe } from "@/components/data/use-me";
import { ImportDialog } from "@/components/exchange/import-dialog";
import { Page } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { AgentList } from "./agent-list";
import { CreateAgentDialog } from "./create-agent-dialog";

export function AgentsScreen() {
  const { can } = useMe();
  const [creating, setCreating] = useQueryState("new", parseAsBoolean.withDefault(false));
  const [importing, setImporting] = useState(false);
  const change = (open: boolean) => void setCreating(open || null);
  return (
    <Page>
      <PageHeader
        title="Agents"
        actions={
          can("agent.edit") ? (
            <>
              <Button onClick={() => setImporting(true)}>
                <FileUp aria-hidden />
                Import
              </Button>
              <Button variant="primary" onClick={() => change(true)}>
                <Plus aria-hidden />
                New agent
              </Button>
            </>
          ) : undefined
        }
      />
      <AgentList onCreate={() => change(true)} />
      {can("agent.edit") ? <CreateAgentDialog open={creating} onOpenChange={change} /> : null}
      <ImportDialog open={importing} onOpenChange={setImporting} />
    </Page>
  );
}
