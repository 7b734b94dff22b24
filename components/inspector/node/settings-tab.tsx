"use client";

import { useEditor } from "@/components/editor/store/editor-context";
import { TypeLink } from "@/components/node-types/type-link";
import { Notice } from "@/components/ui/notice";
import { factsOf } from "@/workflows/graph/node-facts";
import { definitionOf, nodeDefinitions } from "@/workflows/nodes/registry";
import { ConfigForm } from "../config-form";
import { PreviewSourceProvider } from "../expression/preview/preview-source";
import { FormScopeProvider } from "../form-scope";
import { PolicySection } from "./policy-section";
import { TitleField } from "./title-field";
import { useNodeForm } from "./use-node-form";

/** What a node does, in a form made from its type's schema. */
export function SettingsTab({ nodeId }: { nodeId: string }) {
  const node = useEditor((state) => state.document.nodes[nodeId]);
  const readOnly = useEditor((state) => state.readOnly);
  const { scope, configure } = useNodeForm(nodeId);
  if (!node) return null;
  const definition = definitionOf(node.type);
  const elsewhere = scope.issues.filter((issue) => issue.path.field === undefined);
  return (
    <FormScopeProvider scope={scope}>
      <PreviewSourceProvider nodeId={nodeId}>
        <div className="grid gap-4 p-4">
          {definition ? (
            <p className="text-muted-foreground text-xs">
              {definition.summary} <TypeLink type={node.type} />
            </p>
          ) : null}
          {elsewhere.map((issue) => (
            <Notice
              key={`${issue.code} ${issue.message}`}
              tone={issue.severity === "error" ? "failed" : "waiting"}
            >
              {issue.message}
            </Notice>
          ))}
          <div data-field="node.title">
            <TitleField nodeId={nodeId} title={node.title} disabled={readOnly} />
          </div>
          {definition ? (
            <ConfigForm
              schema={definition.config}
              values={node.config}
              disabled={readOnly}
              onChange={configure}
            />
          ) : (
            <Notice tone="failed" title="Unknown type">
              {`This version of Signalbox does not know the type “${node.type}”. The node is kept as it is.`}
            </Notice>
          )}
          {definition && !definition.role ? (
            <PolicySection nodeId={nodeId} policy={node.policy} disabled={readOnly} />
          ) : null}
          <ReadsWrites {...factsOf(node, nodeDefinitions)} />
        </div>
      </PreviewSourceProvider>
    </FormScopeProvider>
  );
}

interface ReadsWritesProps {
  reads: readonly { channel: string }[];
  writes: readonly { channel: string }[];
}

function ReadsWrites({ reads, writes }: ReadsWritesProps) {
  const names = (list: readonly { channel: string }[]) =>
    [...new Set(list.map(({ channel }) => channel))].join(", ");
  if (reads.length + writes.length === 0) return null;
  return (
    <div className="grid gap-1">
      <p className="font-medium">Reads / writes</p>
      <p className="break-words font-mono text-muted-foreground text-xs">
        {names(reads) || "nothing"} → {names(writes) || "nothing"}
      </p>
    </div>
  );
}
