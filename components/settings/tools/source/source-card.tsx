"use client";

import { ListChecks, Pencil, RefreshCw, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { errorMessage } from "@/components/ui/error-message";
import { plural } from "@/components/ui/format/count";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import { getConfigured } from "@/lib/api/contract/agents";
import { checkSource, deleteSource, getSource, listSources, rediscoverTools } from "@/lib/api/contract/tools";
import type { Source } from "../items";
import { SourceHealth } from "../source-health";
import { kindWords } from "../words";
import { CheckOutcome } from "./check-outcome";
import { ChooseDialog } from "./choose-dialog";
import { EditSourceDialog } from "./edit-source-dialog";
import { PasteDialog } from "./paste-dialog";
import { SourceBreaker } from "./source-breaker";

type Doing = "editing" | "choosing" | "pasting" | "deleting";

export function SourceCard({ source }: { source: Source }) {
  const mayManage = useMe().can("tool.manage");
  const router = useRouter();
  const [doing, setDoing] = useState<Doing>();
  const check = useCall(checkSource, { refresh: [getSource, listSources, getConfigured] });
  const rediscover = useCall(rediscoverTools);
  const remove = useCall(deleteSource, { refresh: [listSources, getConfigured] });
  const params = { id: source.id };
  const dialog = (which: Doing) => ({
    open: doing === which,
    onOpenChange: (open: boolean) => setDoing(open ? which : undefined),
  });
  const facts = [
    kindWords[source.kind].title,
    source.version && `version ${source.version}`,
    source.address ?? source.command,
  ];
  const ask = () => rediscover.mutate({ params });
  const choose = () => {
    setDoing("choosing");
    ask();
  };
  const start = () => (source.pasted ? setDoing("pasting") : check.mutate({ params, body: {} }));
  return (
    <Card>
      <CardHeader
        title={source.name}
        description={facts.filter(Boolean).join(" · ")}
        actions={
          mayManage ? (
            <>
              <Button size="sm" busy={check.isPending} onClick={start}>
                <RefreshCw aria-hidden />
                Check for changes
              </Button>
              <Button size="sm" onClick={choose}>
                <ListChecks aria-hidden />
                Choose tools
              </Button>
              <span className="flex">
                <IconButton icon={Pencil} label={`Edit ${source.name}`} onClick={() => setDoing("editing")} />
                <IconButton
                  icon={Trash2}
                  label={`Delete ${source.name}`}
                  onClick={() => setDoing("deleting")}
                />
              </span>
            </>
          ) : undefined
        }
      />
      <CardBody>
        <SourceHealth source={source} />
        <SourceBreaker source={source} />
        {source.lastStderr ? (
          <details>
            <summary className="text-sm">What the command said last</summary>
            <CodeBlock code={source.lastStderr} label="stderr" wrap className="mt-2" />
          </details>
        ) : null}
        {check.error ? (
          <Notice tone="failed" title="It could not be checked">
            {errorMessage(check.error)}
          </Notice>
        ) : null}
        {check.data ? <CheckOutcome outcome={check.data} onChoose={choose} /> : null}
      </CardBody>
      {mayManage ? (
        <>
          <EditSourceDialog source={source} {...dialog("editing")} />
          <ChooseDialog source={source} found={{ ...rediscover, ask }} {...dialog("choosing")} />
          <PasteDialog
            {...dialog("pasting")}
            onPaste={(document) => check.mutateAsync({ params, body: { document } })}
          />
          <ConfirmDialog
            {...dialog("deleting")}
            title={`Delete the tool source “${source.name}”?`}
            description={`Its ${plural(source.tools, "tool")} go with it. Agents that use one of them fail until they get another.`}
            action="Delete"
            onConfirm={async () => {
              await remove.mutateAsync({ params });
              router.push("/settings/tools");
            }}
          />
        </>
      ) : null}
    </Card>
  );
}
