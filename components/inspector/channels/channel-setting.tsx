"use client";

import type { ReactElement, ReactNode } from "react";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Field } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import type { Channel } from "@/workflows/graph/channel";
import type { ChannelEntry } from "./channel-list";
import { type ChannelProblem, problemText } from "./channel-problems";

/** What every setting of a channel gets: in a form of its own, or as a cell of the table. */
export interface ChannelSettingProps {
  entry: ChannelEntry;
  disabled: boolean;
  /** The column's head names it; only screen readers are told which channel it belongs to. */
  cell?: boolean;
}

interface FrameProps extends Pick<ChannelSettingProps, "cell"> {
  label: string;
  /** The channel's name. */
  of: string;
  help?: ReactNode;
  /** What is wrong with what is being typed, before anything else. */
  error?: string | undefined;
  problem: ChannelProblem | undefined;
  children: ReactElement;
}

/** One setting of a channel, what is wrong with it, and its repair. */
export function ChannelSetting({ label, of, cell, help, error, problem, children }: FrameProps) {
  return (
    <div className="grid min-w-0 gap-1.5">
      <Field
        label={cell ? `${label} of ${of}` : label}
        help={help}
        error={error ?? (problem && problemText(problem))}
        className={cell ? "gap-1 [&>div:first-child]:sr-only" : undefined}
      >
        {children}
      </Field>
      {problem?.fix && error === undefined ? <Repair fix={problem.fix} /> : null}
    </div>
  );
}

function Repair({ fix }: { fix: NonNullable<ChannelProblem["fix"]> }) {
  const store = useEditorStore();
  const readOnly = useEditor((state) => state.readOnly);
  if (readOnly) return null;
  const repair = () => {
    const problem = store.getState().change(fix.operation);
    if (problem) toast.failed("This could not be repaired", new Error(problem.message));
  };
  return (
    <Button size="sm" onClick={repair} className="justify-self-start">
      {fix.label}
    </Button>
  );
}

/** Looks of a control inside a cell: a box only where one points at it or types, its text in line with the head. */
export const cellControl = (cell: boolean | undefined, className?: string) =>
  cn(
    cell && "-ml-2.5 w-[calc(100%+0.625rem)] border-transparent bg-transparent aria-invalid:border-failed",
    className,
  );

/** Changes a part of a channel. */
export function useUpdateChannel({ name, channel }: ChannelEntry): (part: Partial<Channel>) => void {
  const store = useEditorStore();
  return (part) => {
    const problem = store.getState().change({ op: "channel.update", name, channel: { ...channel, ...part } });
    if (problem) toast.failed("The channel was not changed", new Error(problem.message));
  };
}
