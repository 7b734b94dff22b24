"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";

interface ShownOnceProps {
  label: string;
  value: string;
}

/** Something that the server forgets as soon as it has shown it. */
export function ShownOnce({ label, value }: ShownOnceProps) {
  return (
    <>
      <Notice tone="waiting" title="Copy it now">
        It is shown this one time only; the server keeps no copy that could be read.
      </Notice>
      <Field label={label}>
        <Input
          readOnly
          value={value}
          className="font-mono text-xs"
          onFocus={(event) => event.target.select()}
        />
      </Field>
      <CopyButton value={value} withLabel className="justify-self-start" />
    </>
  );
}
