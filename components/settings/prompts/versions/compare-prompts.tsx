"use client";

import { useState } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { DiffText } from "@/components/editor/versions/text/diff-text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SkeletonRows } from "@/components/ui/skeleton";
import { getPromptVersion } from "@/lib/api/contract/prompts";
import type { Prompt } from "../items";

interface ComparePromptsProps {
  prompt: Prompt;
  /** The one that is looked at first. */
  number: number;
  onClose: () => void;
}

/** How one version of a prompt became another, word by word. */
export function ComparePrompts({ prompt: { id, versions }, number, onClose }: ComparePromptsProps) {
  const oldest = versions.at(-1)?.number ?? 1;
  const [from, setFrom] = useState(number > oldest ? number - 1 : number);
  const [to, setTo] = useState(number > oldest ? number : number + 1);
  const [before, after] = [
    useEndpoint(getPromptVersion, { params: { id, number: from } }),
    useEndpoint(getPromptVersion, { params: { id, number: to } }),
  ];
  const failed = before.error ?? after.error;
  const options = versions.map((version) => ({
    value: String(version.number),
    label: `Version ${version.number}`,
  }));
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent title="Compare versions" size="lg">
        <DialogBody>
          <div className="grid gap-3 sm:grid-cols-2">
            <Field label="From">
              <Select
                className="w-full"
                options={options}
                value={String(from)}
                onValueChange={(next) => setFrom(Number(next))}
              />
            </Field>
            <Field label="To">
              <Select
                className="w-full"
                options={options}
                value={String(to)}
                onValueChange={(next) => setTo(Number(next))}
              />
            </Field>
          </div>
          {before.data && after.data ? (
            before.data.text === after.data.text ? (
              <p className="text-muted-foreground text-sm">Both are the same.</p>
            ) : (
              <DiffText before={before.data.text} after={after.data.text} />
            )
          ) : failed ? (
            <ErrorState
              title="The versions could not be loaded"
              error={failed}
              onRetry={() => void Promise.all([before.refetch(), after.refetch()])}
              retrying={before.isFetching || after.isFetching}
            />
          ) : (
            <SkeletonRows rows={4} label="Loading both versions" />
          )}
        </DialogBody>
        <DialogFooter>
          <Button onClick={onClose}>Done</Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
