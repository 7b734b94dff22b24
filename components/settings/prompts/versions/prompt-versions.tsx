"use client";

import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/api/client/call";
import { getConfigured } from "@/lib/api/contract/agents";
import { getPrompt, getPromptVersion, listPrompts, savePrompt } from "@/lib/api/contract/prompts";
import { VersionHistory } from "../../version-history";
import type { Prompt } from "../items";
import { ComparePrompts } from "./compare-prompts";

/** What the prompt was: looked at beside any other version, or brought back. */
export function PromptVersions({ prompt }: { prompt: Prompt }) {
  const { id, version: newest, versions } = prompt;
  const mayEdit = useMe().can("agent.edit");
  const save = useCall(savePrompt, { refresh: [getPrompt, listPrompts, getConfigured] });
  const restore = async (number: number) => {
    const { text } = await call(getPromptVersion, { params: { id, number } });
    const body = { basedOn: newest, text, note: `Version ${number} again` };
    const saved = await save.mutateAsync({ params: { id }, body });
    toast.done(`Version ${saved.version} was saved`);
  };
  return (
    <VersionHistory
      description="An agent takes the version that was chosen in it, or the newest."
      versions={versions}
      newest={newest}
      comparable={() => versions.length > 1}
      comparison={(number, close) => <ComparePrompts prompt={prompt} number={number} onClose={close} />}
      mayRestore={mayEdit}
      restoring="Its text becomes the newest version. The others stay."
      onRestore={restore}
    />
  );
}
