"use client";

import { Equal } from "lucide-react";
import { useEditor } from "@/components/editor/store/editor-context";
import { Button } from "@/components/ui/button";
import { asList, type ControlProps } from "../control-props";
import { ListControl } from "../list";
import { channelsThere, type Direction, mappingRows, sameNamed, withHere } from "./mapping";
import { MappingLine } from "./mapping-line";
import { useCalledAgent } from "./use-called-agent";

export function AgentInputsControl(props: ControlProps) {
  return <Mapping {...props} direction="in" />;
}

export function AgentOutputsControl(props: ControlProps) {
  return <Mapping {...props} direction="out" />;
}

/**
 * A line for each channel that the called agent takes or gives, with the channel here that goes with it. Where it is
 * not known what the agent has, names are typed.
 */
function Mapping({ direction, ...props }: ControlProps & { direction: Direction }) {
  const { path, value, onChange, disabled } = props;
  const channels = useEditor((state) => state.document.channels);
  const { slug, signature } = useCalledAgent();
  if (!signature) {
    if (slug || asList(value).length > 0) return <ListControl {...props} />;
    return <p className="text-muted-foreground text-sm">Choose an agent first.</p>;
  }
  const rows = mappingRows(value, direction, channelsThere(signature, direction));
  const matches = disabled ? [] : sameNamed(rows, direction, channels);
  if (rows.length === 0) return <p className="text-muted-foreground text-sm">{nothing[direction]}</p>;
  return (
    <div className="grid gap-2">
      {rows.map((row) => (
        <MappingLine
          key={row.index ?? row.name}
          row={row}
          direction={direction}
          path={path}
          disabled={disabled}
          write={(here) => withHere(value, direction, row, here)}
          onChange={onChange}
        />
      ))}
      {matches.length > 0 ? (
        <Button
          size="sm"
          className="justify-self-start"
          onClick={() => onChange([...asList(value), ...matches])}
        >
          <Equal aria-hidden />
          Fill in same names
        </Button>
      ) : null}
    </div>
  );
}

const nothing = { in: "This agent takes no inputs.", out: "This agent gives no outputs." };
