"use client";

import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { getConfigured } from "@/lib/api/contract/agents";
import {
  getCodeTool,
  listCodeTools,
  restoreToolVersion,
  type ToolVersion,
} from "@/lib/api/contract/code-tools";
import { VersionHistory } from "../../version-history";
import { VersionCompare } from "./version-compare";

interface VersionsCardProps {
  id: string;
  versions: readonly ToolVersion[];
}

/** What the tool was: looked at beside the version before, or brought back. */
export function VersionsCard({ id, versions }: VersionsCardProps) {
  const mayWrite = useMe().can("tool.write");
  const restore = useCall(restoreToolVersion, { refresh: [getCodeTool, listCodeTools, getConfigured] });
  const newest = versions[0]?.number ?? 1;
  return (
    <VersionHistory
      description="An agent keeps to the version that was chosen in it, unless it was told to use the newest."
      versions={versions}
      newest={newest}
      comparable={(number) => number > 1}
      comparison={(number, close) => (
        <VersionCompare id={id} number={number} before={number - 1} onClose={close} />
      )}
      mayRestore={mayWrite}
      restoring="It becomes the newest version once its tests pass. The others stay."
      onRestore={(number) => restore.mutateAsync({ params: { id, number } })}
    />
  );
}
