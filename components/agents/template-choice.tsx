"use client";

import { Square, Workflow } from "lucide-react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { Button } from "@/components/ui/button";
import { errorMessage } from "@/components/ui/error-message";
import { Notice } from "@/components/ui/notice";
import { RadioCards } from "@/components/ui/radio-cards";
import { Skeleton } from "@/components/ui/skeleton";
import { listTemplates } from "@/lib/api/contract/agents";

const blank = {
  id: "blank",
  title: "Empty canvas",
  summary: "A start and an end; you draw what lies between.",
};

interface TemplateChoiceProps {
  value: string;
  onValueChange: (template: string) => void;
}

/** What a new agent starts from. */
export function TemplateChoice({ value, onValueChange }: TemplateChoiceProps) {
  const templates = useEndpoint(listTemplates, {});
  const examples = templates.data?.items.filter((template) => template.id !== blank.id) ?? [];
  return (
    <div className="grid gap-1.5">
      <span aria-hidden className="font-medium text-sm">
        Start from
      </span>
      <RadioCards
        label="Start from"
        value={value}
        onValueChange={onValueChange}
        className="sm:grid-cols-2"
        options={[blank, ...examples].map(({ id, title, summary }) => ({
          value: id,
          title,
          description: summary,
          icon: id === blank.id ? Square : Workflow,
        }))}
      />
      {templates.isPending ? <Skeleton className="h-14 rounded-md" /> : null}
      {templates.isError ? (
        <Notice
          tone="failed"
          title="The examples could not be loaded"
          actions={
            <Button size="sm" onClick={() => void templates.refetch()} busy={templates.isFetching}>
              Try again
            </Button>
          }
        >
          {errorMessage(templates.error)}
        </Notice>
      ) : null}
    </div>
  );
}
