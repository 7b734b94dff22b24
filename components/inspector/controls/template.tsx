"use client";

import { Braces } from "lucide-react";
import { type RefObject, useRef } from "react";
import { useEditor } from "@/components/editor/store/editor-context";
import { cn } from "@/components/ui/cn";
import { controlClasses } from "@/components/ui/control-classes";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { failureName, isFailure } from "@/workflows/expressions/failure";
import { droppedChannel } from "../drag-channel";
import { asText, type ControlProps, inputProps } from "./control-props";

const text =
  "col-start-1 row-start-1 min-h-full w-full whitespace-pre-wrap break-words px-2.5 py-1.5 pr-9 font-mono text-xs leading-5 pointer-coarse:text-[1rem] pointer-coarse:py-2.5 pointer-coarse:pr-12 pointer-coarse:leading-6";

/** Text with `{{ … }}` in it, marked where a value will stand. */
export function TemplateControl(props: ControlProps) {
  return <MarkedText {...props} parts={templateParts} insert={(channel) => `{{ ${channel} }}`} rows={3} />;
}

/** An expression: all of it is code. */
export function ExpressionControl(props: ControlProps) {
  return <MarkedText {...props} parts={wholeText} insert={(channel) => channel} rows={1} />;
}

interface Part {
  text: string;
  code: boolean;
}

interface MarkedTextProps extends ControlProps {
  parts: (text: string) => Part[];
  insert: (channel: string) => string;
  rows: number;
}

/** A text field over a copy of its own text, in which parts are marked; both grow together. */
function MarkedText({ field, value, onChange, disabled, parts, insert, rows, ...props }: MarkedTextProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const aria = inputProps({ ...props, disabled });
  const current = asText(value);
  const change = (next: string) => onChange(next === "" && field.optional ? undefined : next);
  return (
    <div
      className={cn(
        controlClasses,
        "relative p-0 focus-within:outline-2 focus-within:outline-ring focus-within:outline-offset-[-1px]",
        aria["aria-invalid"] && "border-failed",
        disabled && "bg-muted",
      )}
    >
      <div className="grid max-h-80 overflow-y-auto">
        <div aria-hidden className={cn(text, "pointer-events-none select-none text-transparent")}>
          {parts(current).map((part, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity beyond their place
              key={index}
              className={part.code ? "rounded-sm bg-running-soft ring-1 ring-running-soft" : undefined}
            >
              {part.text}
            </span>
          ))}{" "}
        </div>
        <textarea
          {...aria}
          ref={area}
          rows={rows}
          value={current}
          spellCheck={false}
          placeholder={field.hints.placeholder}
          onChange={(event) => change(event.target.value)}
          onDrop={(event) => {
            const channel = droppedChannel(event);
            if (channel === undefined || disabled) return;
            event.preventDefault();
            change(inserted(area, current, insert(channel)));
          }}
          className={cn(text, "field-sizing-content resize-none overflow-hidden bg-transparent outline-none")}
        />
      </div>
      {disabled ? null : (
        <InsertChannel onInsert={(channel) => change(inserted(area, current, insert(channel)))} />
      )}
    </div>
  );
}

function InsertChannel({ onInsert }: { onInsert: (channel: string) => void }) {
  const channels = useEditor((state) => state.document.channels);
  const names = Object.keys(channels);
  const canFail = useEditor(({ document }) =>
    Object.values(document.nodes).some(({ policy }) => policy.onError === "port"),
  );
  return (
    <DropdownMenu>
      <DropdownMenuTrigger>
        <IconButton icon={Braces} label="Insert a channel" className="absolute top-0.5 right-0.5" />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="max-h-72 overflow-y-auto">
        <DropdownMenuLabel>
          {names.length > 0 ? "Insert the value of" : "This agent has no channels yet"}
        </DropdownMenuLabel>
        {names.map((name) => (
          <DropdownMenuItem key={name} shortcut={channels[name]?.type} onSelect={() => onInsert(name)}>
            <span className="font-mono text-xs">{name}</span>
          </DropdownMenuItem>
        ))}
        {canFail && isFailure(failureName, channels) ? (
          <DropdownMenuItem shortcut="after an error" onSelect={() => onInsert(`${failureName}.message`)}>
            <span className="font-mono text-xs">{failureName}</span>
          </DropdownMenuItem>
        ) : null}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

/** The text with `piece` where the cursor was. */
function inserted(area: RefObject<HTMLTextAreaElement | null>, current: string, piece: string): string {
  const start = area.current?.selectionStart ?? current.length;
  const end = area.current?.selectionEnd ?? start;
  return current.slice(0, start) + piece + current.slice(end);
}

function templateParts(source: string): Part[] {
  return source
    .split(/(\{\{[^{}]*\}\})/)
    .filter((part) => part !== "")
    .map((part) => ({ text: part, code: part.startsWith("{{") }));
}

function wholeText(source: string): Part[] {
  return [{ text: source, code: false }];
}
