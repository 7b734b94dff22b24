"use client";

import { NeedsPermission } from "../needs-permission";
import { PromptsCard } from "./prompts-card";

export function PromptSettings() {
  return (
    <NeedsPermission permission="agent.read">
      <PromptsCard />
    </NeedsPermission>
  );
}
