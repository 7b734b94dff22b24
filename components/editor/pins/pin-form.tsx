"use client";

import { useState } from "react";
import { JsonInput } from "@/components/inspector/controls/json-input";
import { DialogBody } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { FormDialogFooter } from "@/components/ui/form-dialog";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { type Json, jsonObjectSchema } from "@/workflows/graph/json";
import { factsOf } from "@/workflows/graph/node-facts";
import type { Pin } from "@/workflows/graph/pin";
import { pinMisfits } from "@/workflows/graph/pin-misfits";
import { own } from "@/workflows/graph/record";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { useEditor, useEditorStore } from "../store/editor-context";

interface PinFormProps {
  nodeId: string;
  pin: Pin;
  onChange: (pin: Pin) => void;
  onDone: () => void;
}

/** The port a node leaves by and the values it writes, checked against the channels as they are typed. */
export function PinForm({ nodeId, pin, onChange, onDone }: PinFormProps) {
  const store = useEditorStore();
  const node = useEditor((state) => own(state.document.nodes, nodeId));
  const channels = useEditor((state) => state.document.channels);
  const [readable, setReadable] = useState(true);
  const [isObject, setIsObject] = useState(true);
  if (!node) return null;
  const ports = factsOf(node, nodeDefinitions).ports;
  const misfits = pinMisfits(pin, ports, channels);
  const problem = isObject
    ? misfits.length > 0
      ? `The node ${misfits.join(" and ")}.`
      : undefined
    : "Write an object with a value for each channel.";

  const change = (value: Json | undefined) => {
    const update = jsonObjectSchema.safeParse(value ?? {});
    setIsObject(update.success);
    if (update.success) onChange({ ...pin, update: update.data });
  };
  const save = () => {
    const refused = store.getState().change({ op: "node.pin", id: nodeId, pin });
    if (refused) toast.failed("The output was not pinned", new Error(refused.message));
    else onDone();
  };
  return (
    <form
      className="contents"
      onSubmit={(event) => {
        event.preventDefault();
        if (readable && !problem) save();
      }}
    >
      <DialogBody>
        {ports.length > 1 ? (
          <Field label="Leaves by">
            <Select
              options={ports.map(({ name, label }) => ({ value: name, label }))}
              value={pin.port}
              onValueChange={(port) => onChange({ ...pin, port })}
              className="w-full"
            />
          </Field>
        ) : null}
        <fieldset className="grid min-w-0 gap-1.5">
          <legend className="contents font-medium text-sm">Writes</legend>
          <p className="text-muted-foreground text-xs">A value for each channel that is written, as JSON.</p>
          <JsonInput
            label="Pinned values"
            value={pin.update}
            disabled={false}
            onChange={change}
            onReadable={setReadable}
          />
          <FieldError message={readable ? problem : undefined} />
        </fieldset>
      </DialogBody>
      <FormDialogFooter action="Pin output" busy={false} disabled={!readable || problem !== undefined} />
    </form>
  );
}
