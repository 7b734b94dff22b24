"use client";

import { NeedsPermission } from "../needs-permission";
import { CodeToolsCard } from "./code/code-tools-card";
import { SourcesCard } from "./sources-card";

export function ToolSettings() {
  return (
    <NeedsPermission permission="tool.read">
      <SourcesCard />
      <CodeToolsCard />
    </NeedsPermission>
  );
}
