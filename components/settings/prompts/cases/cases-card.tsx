"use client";

import { FlaskConical, Plus, Square } from "lucide-react";
import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { ModelControlPicker } from "@/components/inspector/controls/model";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { errorMessage } from "@/components/ui/error-message";
import { Field } from "@/components/ui/field";
import { plural } from "@/components/ui/format/count";
import { Notice } from "@/components/ui/notice";
import { getPrompt, updatePrompt } from "@/lib/api/contract/prompts";
import type { PromptCase } from "@/workflows/prompts/case";
import type { Prompt } from "../items";
import { CaseDialog } from "./case-dialog";
import { CaseItem } from "./case-item";
import { useCaseRuns } from "./use-case-runs";

interface CasesCardProps {
  prompt: Prompt;
  model: string;
  onModel: (reference: string) => void;
}

/** The prompt's test cases, run against a model by a button. */
export function CasesCard({ prompt, model, onModel }: CasesCardProps) {
  const { id, version, variables, cases } = prompt;
  const { can } = useMe();
  const [edited, setEdited] = useState<{ index: number | undefined }>();
  const update = useCall(updatePrompt, { refresh: [getPrompt] });
  const [removed, setRemoved] = useState<string>();
  const { outcomes, running, problem, run, stop } = useCaseRuns(id, version);
  const save = (next: PromptCase[]) => update.mutateAsync({ params: { id }, body: { cases: next } });
  const failed = [...outcomes.values()].filter(({ passed }) => !passed).length;
  const mayEdit = can("agent.edit");
  const add = mayEdit ? (
    <Button onClick={() => setEdited({ index: undefined })}>
      <Plus aria-hidden />
      Add a test case
    </Button>
  ) : undefined;
  return (
    <Card>
      <CardHeader
        title="Test cases"
        description={`Values and what an answer must hold, asked of version ${version}.`}
        actions={cases.length > 0 ? add : undefined}
      />
      {cases.length === 0 ? (
        <EmptyState icon={FlaskConical} title="No test cases yet" action={add} className="border-t py-10">
          Write down values and what a good answer to them has in it. Run them after each change.
        </EmptyState>
      ) : (
        <>
          {can("run.create") ? (
            <CardBody>
              <div className="grid items-end gap-2 sm:grid-cols-[minmax(0,1fr)_auto]">
                <Field label="Model for the tests">
                  <ModelControlPicker value={model} onChange={onModel} />
                </Field>
                {running === undefined ? (
                  <Button
                    onClick={() =>
                      void run(
                        cases.map(({ name }) => name),
                        model,
                      )
                    }
                  >
                    <FlaskConical aria-hidden />
                    {`Run ${plural(cases.length, "test")}`}
                  </Button>
                ) : (
                  <Button onClick={stop}>
                    <Square aria-hidden />
                    {`Stop after ${outcomes.size} of ${cases.length}`}
                  </Button>
                )}
              </div>
              {problem ? <Notice tone="failed">{errorMessage(problem)}</Notice> : null}
              {outcomes.size > 0 && running === undefined ? (
                <p role="status" className="font-medium text-sm">
                  {failed === 0
                    ? `${plural(outcomes.size, "test")} passed`
                    : `${failed} of ${plural(outcomes.size, "test")} failed`}
                </p>
              ) : null}
            </CardBody>
          ) : null}
          <ul aria-label="Test cases" className="divide-y border-t">
            {cases.map((each, index) => (
              <CaseItem
                key={each.name}
                given={each}
                outcome={outcomes.get(each.name)}
                running={running === each.name}
                onEdit={mayEdit ? () => setEdited({ index }) : undefined}
                onRemove={mayEdit ? () => setRemoved(each.name) : undefined}
              />
            ))}
          </ul>
        </>
      )}
      <ConfirmDialog
        open={removed !== undefined}
        onOpenChange={() => setRemoved(undefined)}
        title={`Remove the test case “${removed ?? ""}”?`}
        description="Its values and what it expects are gone then."
        action="Remove"
        onConfirm={() => save(cases.filter(({ name }) => name !== removed))}
      />
      {edited ? (
        <CaseDialog
          given={edited.index === undefined ? undefined : cases[edited.index]}
          variables={variables}
          onSave={(made) =>
            save(
              edited.index === undefined
                ? [...cases, made]
                : cases.map((each, at) => (at === edited.index ? made : each)),
            )
          }
          onClose={() => setEdited(undefined)}
        />
      ) : null}
    </Card>
  );
}
