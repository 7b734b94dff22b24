"use client";

import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { errorMessage } from "@/components/ui/error-message";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { useUnsavedGuard } from "@/components/ui/use-unsaved-guard";
import { getConfigured } from "@/lib/api/contract/agents";
import { getPrompt, listPrompts, savePrompt } from "@/lib/api/contract/prompts";
import { FoundVariables } from "./found-variables";
import type { Prompt } from "./items";

interface PromptEditorProps {
  prompt: Prompt;
  /** As it stands in the field, saved or not. */
  text: string;
  onChange: (text: string) => void;
}

/** Writes the next version of the text. */
export function PromptEditor({ prompt, text, onChange }: PromptEditorProps) {
  const mayEdit = useMe().can("agent.edit");
  const [note, setNote] = useState("");
  const save = useCall(savePrompt, { refresh: [getPrompt, listPrompts, getConfigured] });
  const isChanged = text !== prompt.text;
  const guard = useUnsavedGuard(isChanged);
  const send = async () => {
    const body = { basedOn: prompt.version, text, note };
    const saved = await save.mutateAsync({ params: { id: prompt.id }, body });
    setNote("");
    toast.done(`Version ${saved.version} was saved`);
  };
  return (
    <Card>
      <CardHeader
        title={`Version ${prompt.version}`}
        description="Saving makes a new version. Agents that take the newest have it from their next run; published ones keep theirs."
      />
      <CardBody>
        <Field label="Text" help="What differs stands between two brackets: {{ customer }}.">
          <Textarea
            rows={8}
            readOnly={!mayEdit}
            value={text}
            maxLength={50_000}
            onChange={(event) => onChange(event.target.value)}
          />
        </Field>
        <FoundVariables text={text} />
        {save.error ? (
          <Notice tone="failed" title="It was not saved">
            {errorMessage(save.error)}
          </Notice>
        ) : null}
        {mayEdit ? (
          <Field label="What is new in this version" optional>
            <Input value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
          </Field>
        ) : null}
      </CardBody>
      {mayEdit ? (
        <CardFooter>
          {isChanged ? <Button onClick={() => onChange(prompt.text)}>Undo changes</Button> : null}
          <Button
            variant="primary"
            busy={save.isPending}
            disabled={!isChanged || text.trim() === ""}
            onClick={() => void send().catch(() => {})}
          >
            Save a new version
          </Button>
        </CardFooter>
      ) : null}
      {guard}
    </Card>
  );
}
