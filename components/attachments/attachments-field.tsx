"use client";

import { type ReactNode, useId } from "react";
import { FieldError } from "@/components/ui/field";
import { Spinner } from "@/components/ui/spinner";
import type { ChannelType } from "@/workflows/graph/channel";
import type { Json } from "@/workflows/graph/json";
import { AttachButton } from "./attach-button";
import { attachedIn, mostFor, valueWith } from "./attached";
import { AttachedList } from "./attached-list";
import { useTakeFiles } from "./use-take-files";

interface AttachmentsFieldProps {
  label: ReactNode;
  type: ChannelType;
  value: Json | undefined;
  optional: boolean;
  help?: string | undefined;
  error?: string | undefined;
  onChange: (value: Json | undefined) => void;
}

/** The images and files of one input of a run: chosen, dropped here, or taken away again. */
export function AttachmentsField({
  label,
  type,
  value,
  optional,
  help,
  error,
  onChange,
}: AttachmentsFieldProps) {
  const id = useId();
  const attached = attachedIn(value);
  const set = (next: Parameters<typeof valueWith>[1]) =>
    onChange(next.length === 0 ? undefined : valueWith(type, next));
  const { reading, take } = useTakeFiles(attached, mostFor(type), set);
  return (
    <fieldset
      aria-labelledby={id}
      className="grid min-w-0 gap-1.5"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        take([...event.dataTransfer.files]);
      }}
    >
      <p id={id} className="font-medium">
        {label}
        {optional ? <span className="ml-1 font-normal text-muted-foreground">optional</span> : null}
      </p>
      <div className="flex min-w-0 items-center gap-2 rounded-md border border-dashed p-1.5">
        <AttachButton
          label="Attach pictures or PDFs"
          describedBy={id}
          multiple={mostFor(type) > 1}
          onFiles={take}
        />
        {reading ? <Spinner /> : null}
        {attached.length === 0 ? (
          <p className="text-muted-foreground text-xs">Choose or drop pictures or PDFs</p>
        ) : (
          <AttachedList
            attached={attached}
            label="Attached"
            onRemove={(at) => set(attached.filter((_, index) => index !== at))}
          />
        )}
      </div>
      {help ? <p className="text-muted-foreground text-xs">{help}</p> : null}
      <FieldError message={error} />
    </fieldset>
  );
}
