"use client";

import { type FormEvent, useState } from "react";
import { useCall } from "@/components/data/use-call";
import { useEditor } from "@/components/editor/store/editor-context";
import { InputField } from "@/components/run/input/input-field";
import { DialogBody } from "@/components/ui/dialog";
import { errorMessage } from "@/components/ui/error-message";
import { Field } from "@/components/ui/field";
import { FormDialog, FormDialogFooter } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { type CaseSummary, listCases, updateCase } from "@/lib/api/contract/test-cases";
import type { Json } from "@/workflows/graph/json";
import { withEntry, withoutKeys } from "@/workflows/graph/record";
import { sameJson } from "@/workflows/graph/same-json";
import { caseInputProblems, caseInputs } from "./case-inputs";
import { MessagesInput } from "./messages-input";

interface EditTestProps {
  item: CaseSummary;
  onClose: () => void;
}

/** What a case is called and begins with, one field for each channel that it is given. */
export function EditTest({ item, onClose }: EditTestProps) {
  const document = useEditor((state) => state.document);
  const fields = caseInputs(document, item.case);
  const [name, setName] = useState(item.name);
  const [values, setValues] = useState(item.case.input);
  const [unreadable, setUnreadable] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const save = useCall(updateCase, { refresh: [listCases] });
  const isOther = !sameJson(values, item.case.input);
  const dirty = name !== item.name || isOther || unreadable.size > 0;
  const problems = caseInputProblems(fields, values, unreadable);
  const nameProblem = name.trim() === "" ? "Give it a name." : undefined;

  const set = (channel: string, value: Json | undefined) =>
    setValues((before) =>
      value === undefined ? withoutKeys(before, [channel]) : withEntry(before, channel, value),
    );
  const setReadable = (channel: string, readable: boolean) =>
    setUnreadable((before) => {
      const rest = [...before].filter((each) => each !== channel);
      return new Set(readable ? rest : [...rest, channel]);
    });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (nameProblem || Object.keys(problems).length > 0) return;
    const body = { name: name.trim(), ...(isOther && { input: values }) };
    try {
      await save.mutateAsync({ params: { id: item.id }, body });
    } catch {
      // What went wrong stands in the dialog.
      return;
    }
    toast.done("The test was saved");
    onClose();
  };

  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      dirty={dirty}
      onDiscard={() => undefined}
      title="Edit the test"
      description="A changed input takes the last result away: run the test again to see how it comes out."
      size="md"
    >
      <form onSubmit={(event) => void submit(event)} noValidate className="contents">
        <DialogBody>
          {save.error ? <Notice tone="failed">{errorMessage(save.error)}</Notice> : null}
          <Field label="Name" error={tried ? nameProblem : undefined}>
            <Input
              autoComplete="off"
              maxLength={200}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          </Field>
          {fields.map((input) => {
            const { channel } = input;
            const props = {
              input,
              value: values[channel],
              error: tried ? problems[channel] : undefined,
              onChange: (value: Json | undefined) => set(channel, value),
              onReadable: (readable: boolean) => setReadable(channel, readable),
            };
            return input.type === "messages" ? (
              <MessagesInput key={channel} {...props} />
            ) : (
              <InputField key={channel} {...props} />
            );
          })}
          {isOther && item.mocks > 0 ? (
            <Notice tone="neutral" title="Its recorded results are answers to the old input">
              To hear what models and tools say to the new one, run the test with “Call the world outside”.
            </Notice>
          ) : null}
        </DialogBody>
        <FormDialogFooter action="Save" busy={save.isPending} disabled={!dirty} />
      </form>
    </FormDialog>
  );
}
