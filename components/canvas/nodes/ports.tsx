"use client";

import { Handle, Position } from "@xyflow/react";
import { cn } from "@/components/ui/cn";
import type { Port } from "@/workflows/nodes/port";
import { inHandle, loopHandle } from "../flow/flow-types";
import { portDots, portWords } from "./port-looks";

// The dot is small, what can be grabbed is not.
const dot =
  "!size-2.5 !min-w-0 !rounded-full !border-2 !border-card transition-[background-color,scale] before:absolute before:-inset-2 before:rounded-full hover:!bg-running pointer-coarse:before:-inset-[17px] [&.connectingto]:!bg-failed [&.connectingto]:scale-150 [&.valid]:!bg-running";

/** Level with the heading, whatever stands below it: edges stay where they are while a card grows. */
const atHeading = "!top-[1.6875rem]";

/** Where edges arrive: at the left, and from below for those that lead back. */
export function TargetHandles() {
  return (
    <>
      <Handle
        type="target"
        id={inHandle}
        position={Position.Left}
        className={cn(dot, portDots.next, atHeading)}
      />
      <Handle
        type="target"
        id={loopHandle}
        position={Position.Bottom}
        isConnectable={false}
        className="!pointer-events-none !min-h-0 !min-w-0 !size-1 !border-0 !bg-transparent"
      />
    </>
  );
}

/** The only way out of a node: a dot at its right edge, without a label. */
export function PlainPort({ port, centered }: { port: Port; centered?: boolean }) {
  return (
    <Handle
      type="source"
      id={port.name}
      position={Position.Right}
      title={port.label}
      className={cn(dot, portDots[port.meaning], !centered && atHeading)}
    />
  );
}

/** Several ways out, each a line with its name at the right edge. */
export function PortRows({ ports }: { ports: readonly Port[] }) {
  return (
    <ul className="grid">
      {ports.map((port) => (
        <li
          key={port.name}
          className={cn(
            "relative flex h-[1.375rem] items-center justify-end pr-3 pl-3 text-right text-xs",
            portWords[port.meaning],
          )}
        >
          <span className="truncate">{port.label}</span>
          <Handle
            type="source"
            id={port.name}
            position={Position.Right}
            title={port.label}
            className={cn(dot, portDots[port.meaning])}
          />
        </li>
      ))}
    </ul>
  );
}
