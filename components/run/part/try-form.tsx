"use client";

import { Play } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogClose, DialogFooter } from "@/components/ui/dialog";
import type { JsonObject } from "@/workflows/graph/json";
import { withEntry, withoutKeys } from "@/workflows/graph/record";
import { InputField } from "../input/input-field";
import type { RunInput } from "../input/run-inputs";

interface TryFormProps {
  inputs: readonly RunInput[];
  /** Where values can be taken from; the first fills the form. */
  sources: readonly { name: string; values: JsonObject }[];
  onRun: (values: JsonObject) => void;
}

/** One field for each channel that is read, filled in with what was found there before. */
export function TryForm({ inputs, sources, onRun }: TryFormProps) {
  const [values, setValues] = useState<JsonObject>(sources[0]?.values ?? {});
  // Fields keep half-typed JSON of their own, which must go when all of them are filled anew.
  const [filled, setFilled] = useState(0);
  const fill = (from: JsonObject) => {
    setValues(from);
    setFilled(filled + 1);
  };
  return (
    <form
      className="contents"
      onSubmit={(event) => {
        event.preventDefault();
        onRun(values);
      }}
    >
      <DialogBody key={filled}>
        {inputs.length === 0 ? <p className="text-muted-foreground">It reads no channel.</p> : null}
        {inputs.length > 0 && sources.length > 1 ? (
          <p className="flex flex-wrap items-center gap-2 text-muted-foreground text-xs">
            Fill in from
            {sources.map((source) => (
              <Button key={source.name} size="sm" onClick={() => fill(source.values)}>
                {source.name}
              </Button>
            ))}
          </p>
        ) : null}
        {inputs.map((input) => (
          <InputField
            key={input.channel}
            input={input}
            value={values[input.channel]}
            error={undefined}
            onChange={(value) =>
              setValues((before) =>
                value === undefined
                  ? withoutKeys(before, [input.channel])
                  : withEntry(before, input.channel, value),
              )
            }
          />
        ))}
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary">
          <Play aria-hidden />
          Run
        </Button>
      </DialogFooter>
    </form>
  );
}
