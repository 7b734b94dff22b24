"use client";

import { Workflow } from "lucide-react";
import { useMaybeInside } from "@/components/editor/inside/inside-context";
import { useEditor } from "@/components/editor/store/editor-context";
import { Button } from "@/components/ui/button";
import { plural } from "@/components/ui/format/count";
import { useFormScope } from "../form-scope";
import { Combobox } from "./combobox";
import { asRecord, asText, type ControlProps, inputProps } from "./control-props";

/** The graph inside a node: how large it is, and the way to it. */
export function GraphControl({ value }: ControlProps) {
  const { nodeId } = useFormScope();
  const inside = useMaybeInside();
  const { nodes, channels } = asRecord(value);
  const sizes = [
    plural(Object.keys(asRecord(nodes)).length, "node"),
    plural(Object.keys(asRecord(channels)).length, "channel"),
  ];
  return (
    <div className="flex items-center justify-between gap-2">
      <p className="text-muted-foreground text-sm">{sizes.join(", ")}</p>
      {inside ? (
        <Button size="sm" onClick={() => inside.open(nodeId)}>
          <Workflow aria-hidden />
          Open
        </Button>
      ) : null}
    </div>
  );
}

const nothing = "";

/** One of the channels inside the node's own graph. */
export function InnerChannelControl({ field, value, onChange, ...props }: ControlProps) {
  const { nodeId } = useFormScope();
  const config = useEditor((state) => state.document.nodes[nodeId]?.config);
  const channels = Object.entries(asRecord(asRecord(config?.graph).channels));
  const options = channels.map(([name, channel]) => ({
    value: name,
    label: name,
    note: asText(asRecord(channel).type),
  }));
  return (
    <Combobox
      {...inputProps(props)}
      mono
      options={field.optional && value ? [...options, { value: nothing, label: "None" }] : options}
      value={asText(value) || undefined}
      onChange={(name) => onChange(name === nothing ? undefined : name)}
      placeholder="Choose a channel"
      searchLabel="Find a channel inside"
      empty="The graph inside has no such channel."
    />
  );
}
