"use client";

import { Play } from "lucide-react";
import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { Button } from "@/components/ui/button";
import { errorMessage } from "@/components/ui/error-message";
import { formatDuration } from "@/components/ui/format/duration";
import { JsonTree } from "@/components/ui/json-tree/json-tree";
import { Notice } from "@/components/ui/notice";
import { tryTool } from "@/lib/api/contract/tools";
import type { JsonObject } from "@/workflows/graph/json";
import type { SourceTool } from "../items";
import { ArgumentFields } from "./argument-fields";
import { readJson } from "./argument-kinds";

/** Makes a real call with arguments that a person types. */
export function TryTool({ tool }: { tool: SourceTool }) {
  const [args, setArgs] = useState<JsonObject>({});
  const [readable, setReadable] = useState(true);
  const trial = useCall(tryTool);
  return (
    <section aria-label={`Try ${tool.name}`} className="grid min-w-0 gap-3 rounded-md border bg-card p-3">
      <h3 className="font-medium text-sm">Try it</h3>
      <ArgumentFields
        parameters={tool.parameters}
        values={args}
        onChange={setArgs}
        onReadable={setReadable}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="sm"
          busy={trial.isPending}
          disabled={!readable || tool.state !== "ready"}
          onClick={() => trial.mutate({ params: { id: tool.id }, body: { arguments: args } })}
        >
          <Play aria-hidden />
          Call it
        </Button>
        <p className="text-muted-foreground text-xs">
          {tool.effect === "read" ? "A real call." : "A real call: what it changes is changed."}
        </p>
      </div>
      {trial.error ? <Notice tone="failed">{errorMessage(trial.error)}</Notice> : null}
      {trial.data?.error ? (
        <Notice tone="failed" title={trial.data.error}>
          {trial.data.hint}
        </Notice>
      ) : null}
      {trial.data?.ok ? (
        <div className="grid min-w-0 gap-1">
          <p
            role="status"
            className="text-muted-foreground text-xs"
          >{`Answered in ${formatDuration(trial.data.durationMs)}`}</p>
          <JsonTree value={readJson(trial.data.result ?? "")} label="result" />
        </div>
      ) : null}
    </section>
  );
}
