"use client";

import { FlaskConical } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { z } from "zod";
import { useCall } from "@/components/data/use-call";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { errorMessage } from "@/components/ui/error-message";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useUnsavedGuard } from "@/components/ui/use-unsaved-guard";
import { ApiProblem } from "@/lib/api/client/call";
import { type ToolDefinition, testToolCode } from "@/lib/api/contract/code-tools";
import { CodeToolFields } from "./code-tool-fields";
import { type CodeToolForm, changed, codeToolFormSchema, definitionOf } from "./form-schema";
import { TestOutcomes } from "./test-outcomes";

interface CodeToolEditorProps {
  title: string;
  description?: ReactNode;
  start: CodeToolForm;
  /** Fields above the others, e.g. the name of a new tool. */
  head?: { schema: z.ZodObject; start: CodeToolForm };
  readOnly: boolean;
  /** What the button says that saves. */
  action: string;
  onSave: (definition: ToolDefinition, note: string, head: CodeToolForm) => Promise<unknown>;
}

/** Writes a tool: purpose, arguments, code, and tests beside it that run by a button and before each save. */
export function CodeToolEditor({
  title,
  description,
  start,
  head,
  readOnly,
  action,
  onSave,
}: CodeToolEditorProps) {
  const [form, setForm] = useState(start);
  const [top, setTop] = useState(head?.start ?? {});
  const [note, setNote] = useState("");
  const [isTouched, setTouched] = useState(false);
  const [problems, setProblems] = useState<{ path: string; message: string }[]>([]);
  const [refused, setRefused] = useState<unknown>();
  const [isSaving, setSaving] = useState(false);
  const tests = useCall(testToolCode);
  const guard = useUnsavedGuard(isTouched && !readOnly);
  const change = (key: string, value: Parameters<typeof changed>[2]) => {
    setForm((before) => changed(before, key, value));
    setTouched(true);
  };
  const readable = (): ToolDefinition | undefined => {
    const read = definitionOf(form);
    const wrong = "problems" in read ? read.problems : [];
    const above = head?.schema.safeParse(top).error?.issues ?? [];
    const all = [...above.map(({ path, message }) => ({ path: path.join("."), message })), ...wrong];
    setProblems(all);
    setRefused(undefined);
    return all.length === 0 && "definition" in read ? read.definition : undefined;
  };
  const test = () => {
    const read = definitionOf(form);
    setProblems("problems" in read ? read.problems : []);
    if ("definition" in read) tests.mutate({ body: read.definition });
  };
  const save = async () => {
    const definition = readable();
    if (!definition) return;
    setSaving(true);
    try {
      await onSave(definition, note, top);
      setTouched(false);
      setNote("");
    } catch (error) {
      setRefused(error);
      setProblems(placeOf(error));
    } finally {
      setSaving(false);
    }
  };
  return (
    <Card>
      <CardHeader title={title} description={description} />
      <CardBody>
        {head ? (
          <CodeToolFields
            schema={head.schema}
            form={top}
            problems={problems}
            disabled={readOnly}
            onChange={(key, value) => {
              setTop((before) => ({ ...before, [key]: value ?? "" }));
              setTouched(true);
            }}
          />
        ) : null}
        <CodeToolFields
          schema={codeToolFormSchema}
          form={form}
          problems={problems}
          disabled={readOnly}
          onChange={change}
        />
        {tests.error ? <Notice tone="failed">{errorMessage(tests.error)}</Notice> : null}
        {tests.data ? <TestOutcomes outcomes={tests.data.outcomes} /> : null}
        {refused ? (
          <Notice tone="failed" title="It was not saved">
            {errorMessage(refused)}
          </Notice>
        ) : null}
        {problems.length > 0 && !refused ? (
          <Notice tone="failed">Some fields are not right yet; what is wrong stands below each.</Notice>
        ) : null}
        {readOnly ? null : (
          <Field label="What is new in this version" optional>
            <Input value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
          </Field>
        )}
      </CardBody>
      {readOnly ? null : (
        <CardFooter>
          <Button busy={tests.isPending} onClick={test}>
            <FlaskConical aria-hidden />
            Run tests
          </Button>
          <Button variant="primary" busy={isSaving} disabled={!isTouched} onClick={() => void save()}>
            {action}
          </Button>
        </CardFooter>
      )}
      {guard}
    </Card>
  );
}

/** A refusal names fields of the definition, which stands in the form as it is. */
function placeOf(error: unknown): { path: string; message: string }[] {
  if (!(error instanceof ApiProblem) || !error.problem.field) return [];
  return [{ path: error.problem.field.replace(/^definition\./, ""), message: error.problem.detail }];
}
