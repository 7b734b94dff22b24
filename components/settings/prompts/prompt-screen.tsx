"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { getPrompt } from "@/lib/api/contract/prompts";
import { CasesCard } from "./cases/cases-card";
import type { Prompt } from "./items";
import { PromptEditor } from "./prompt-editor";
import { PromptHeader } from "./prompt-header";
import { TryCard } from "./try-card";
import { PromptVersions } from "./versions/prompt-versions";

/** A prompt of the library: its text, a place to try it, its test cases, and what it was. */
export function PromptScreen({ id }: { id: string }) {
  const query = useEndpoint(getPrompt, { params: { id } });
  return (
    <>
      <Link
        href="/settings/prompts"
        className="inline-flex items-center gap-1 justify-self-start rounded-sm text-muted-foreground text-sm hover:text-foreground pointer-coarse:min-h-11"
      >
        <ArrowLeft aria-hidden className="size-4" />
        Prompts
      </Link>
      {query.data ? <PromptDetails prompt={query.data} /> : null}
      {query.isPending ? (
        <Card>
          <SkeletonRows rows={8} label="Loading the prompt" />
        </Card>
      ) : null}
      {query.isError && !query.data ? (
        <ErrorState
          title="The prompt could not be loaded"
          error={query.error}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : null}
    </>
  );
}

function PromptDetails({ prompt }: { prompt: Prompt }) {
  const [draft, setDraft] = useState<{ version: number; text: string }>();
  const [model, setModel] = useState("offline/offline");
  // Another version that was saved or brought back is what is edited from then on.
  const text = draft?.version === prompt.version ? draft.text : prompt.text;
  const tried = { text, isSaved: text === prompt.text };
  return (
    <>
      <PromptHeader prompt={prompt} />
      <PromptEditor
        prompt={prompt}
        text={text}
        onChange={(next) => setDraft({ version: prompt.version, text: next })}
      />
      <TryCard text={tried.text} isSaved={tried.isSaved} model={model} onModel={setModel} />
      <CasesCard prompt={prompt} model={model} onModel={setModel} />
      <PromptVersions prompt={prompt} />
    </>
  );
}
