"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useMe } from "@/components/data/use-me";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ErrorState } from "@/components/ui/error-state";
import { IconButton } from "@/components/ui/icon-button";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Status } from "@/components/ui/status";
import { toast } from "@/components/ui/toast";
import { getConfigured } from "@/lib/api/contract/agents";
import { deleteCodeTool, getCodeTool, listCodeTools, saveCodeTool } from "@/lib/api/contract/code-tools";
import type { CallOutput } from "@/lib/api/contract/endpoint";
import { ToolSettingsForm } from "../source/tool-settings-form";
import { TryTool } from "../source/try-tool";
import { stateWords } from "../words";
import { BackToTools } from "./back-to-tools";
import { CodeToolEditor } from "./code-tool-editor";
import { formOf } from "./form-schema";
import { VersionsCard } from "./versions-card";

/** A tool in code: what it is now, a form to try it, how it may be used, and what it was. */
export function CodeToolScreen({ id }: { id: string }) {
  const query = useEndpoint(getCodeTool, { params: { id } });
  return (
    <>
      <BackToTools />
      {query.data ? <CodeTool data={query.data} /> : null}
      {query.isPending ? (
        <Card>
          <SkeletonRows rows={8} label="Loading the tool" />
        </Card>
      ) : null}
      {query.isError && !query.data ? (
        <ErrorState
          title="The tool could not be loaded"
          error={query.error}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : null}
    </>
  );
}

function CodeTool({ data: { tool, definition, versions } }: { data: CallOutput<typeof getCodeTool> }) {
  const { can } = useMe();
  const save = useCall(saveCodeTool, { refresh: [getCodeTool, listCodeTools, getConfigured] });
  const params = { id: tool.id };
  return (
    <>
      <UseCard tool={tool} />
      <CodeToolEditor
        // Another version that was saved or brought back is what is edited from then on.
        key={tool.version}
        title={`Version ${tool.version}`}
        description="Saving makes a new version; its tests run first."
        start={formOf(definition)}
        readOnly={!can("tool.write")}
        action="Save a new version"
        onSave={async (next, note) => {
          const saved = await save.mutateAsync({
            params,
            body: { basedOn: tool.version, definition: next, note },
          });
          toast.done(`Version ${saved.tool.version} was saved`);
        }}
      />
      <VersionsCard id={tool.id} versions={versions} />
    </>
  );
}

function UseCard({ tool }: { tool: CallOutput<typeof getCodeTool>["tool"] }) {
  const { can } = useMe();
  const router = useRouter();
  const [isDeleting, setDeleting] = useState(false);
  const remove = useCall(deleteCodeTool, { refresh: [listCodeTools, getConfigured] });
  const state = stateWords[tool.state];
  return (
    <Card>
      <CardHeader
        title={<span className="break-all font-mono">{tool.name}</span>}
        description={tool.description}
        actions={
          <>
            <Status tone={state.tone} label={state.label} className="text-xs" />
            {can("tool.write") ? (
              <IconButton icon={Trash2} label={`Delete ${tool.name}`} onClick={() => setDeleting(true)} />
            ) : null}
          </>
        }
      />
      <CardBody>
        {can("tool.try") ? <TryTool key={tool.version} tool={tool} /> : null}
        {can("tool.manage") ? <ToolSettingsForm tool={tool} /> : null}
      </CardBody>
      <ConfirmDialog
        open={isDeleting}
        onOpenChange={setDeleting}
        title={`Delete the tool “${tool.name}”?`}
        description="Its versions go with it. Agents that use it fail until they get another."
        action="Delete"
        onConfirm={async () => {
          await remove.mutateAsync({ params: { id: tool.id } });
          router.push("/settings/tools");
        }}
      />
    </Card>
  );
}
