"use client";

import { Workflow } from "lucide-react";
import { StillCanvas, StillGraph } from "@/components/canvas/still-canvas";
import { useMe } from "@/components/data/use-me";
import { useImportAgent } from "@/components/exchange/use-import-agent";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { JsonTree } from "@/components/ui/json-tree/json-tree";
import type { NodeExample } from "@/workflows/nodes/docs";

/** The graph of an example with what goes in and comes out, to be taken as a new agent. */
export function ExampleCard({ example }: { example: NodeExample }) {
  const { title, summary, document, input, output, answers = [] } = example;
  const { can } = useMe();
  const create = useImportAgent();
  return (
    <Card aria-label="Example">
      <CardHeader
        title={title}
        description={summary}
        actions={
          can("agent.edit") ? (
            <Button
              variant="primary"
              busy={create.isPending}
              onClick={() => create.mutate({ name: title, document })}
            >
              <Workflow aria-hidden />
              Use this example
            </Button>
          ) : undefined
        }
      />
      <div className="relative h-72 border-y">
        <StillGraph document={document}>
          <StillCanvas label={`Graph of the example ${title}`} />
        </StillGraph>
      </div>
      <div className="grid gap-4 p-4 sm:grid-cols-2">
        <Value title="Input" value={input} />
        <Value title="Output" value={output} />
        {answers.length > 0 ? <Value title="Answers to its pauses" value={answers} /> : null}
      </div>
    </Card>
  );
}

function Value({ title, value }: { title: string; value: unknown }) {
  return (
    <div className="grid min-w-0 content-start gap-1.5">
      <h3 className="font-medium text-xs">{title}</h3>
      <JsonTree value={value} label={title.toLowerCase()} openDepth={3} />
    </div>
  );
}
