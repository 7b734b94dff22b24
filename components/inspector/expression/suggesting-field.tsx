"use client";

import { type DragEvent, useId, useMemo, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { controlClasses } from "@/components/ui/control-classes";
import { plural } from "@/components/ui/format/count";
import { isInHole } from "@/workflows/expressions/complete/complete-template";
import type { CompletionScope } from "@/workflows/expressions/complete/completion";
import type { ExpressionProblem } from "@/workflows/expressions/problem";
import { asText, type ControlProps, inputProps } from "../controls/control-props";
import { droppedChannel, isChannelDrag } from "../drag-channel";
import { CompletionList, optionId } from "./completion-list";
import { InsertChannel } from "./insert-channel";
import { insertText } from "./insert-text";
import { MarkedCopy } from "./marked-copy";
import { type FieldKind, markedPieces } from "./marked-pieces";
import { useCompletion } from "./use-completion";

/** Field and copy share every measure: each letter stands right on its double. */
const text =
  "col-start-1 row-start-1 min-h-full w-full whitespace-pre-wrap break-words px-2.5 py-1.5 pr-9 font-mono text-xs leading-5 pointer-coarse:text-[1rem] pointer-coarse:py-2.5 pointer-coarse:pr-12 pointer-coarse:leading-6";

interface SuggestingFieldProps extends ControlProps {
  kind: FieldKind;
  /** What can be named in it, asked for when somebody writes. */
  scopeOf: () => CompletionScope;
  /** What is wrong in the text, with its place; the words stand below the field. */
  problems: readonly ExpressionProblem[];
  /** What its names stand for. */
  noun?: "channel" | "argument";
}

/**
 * A field that suggests what can be written, colours it and underlines what is wrong. Every field for an expression,
 * or for a text with expressions in it, is this one (docs/decisions/053-expression-fields.md).
 */
export function SuggestingField({
  kind,
  scopeOf,
  problems,
  noun = "channel",
  field,
  value,
  onChange,
  disabled,
  ...props
}: SuggestingFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const listId = useId();
  const [dragged, setDragged] = useState(false);
  const aria = inputProps({ ...props, disabled });
  const current = asText(value);
  const prose = kind === "template";
  const completion = useCompletion(area, kind, scopeOf);
  const pieces = useMemo(() => markedPieces(current, kind, problems), [current, kind, problems]);
  const { open } = completion;

  const insert = (name: string, at?: number) => {
    const element = area.current;
    if (!element) return;
    const from = at ?? element.selectionStart;
    const bare = kind === "expression" || isInHole(element.value, from);
    insertText(element, { from, to: at ?? element.selectionEnd }, bare ? name : `{{ ${name} }}`);
  };
  const drop = (event: DragEvent<HTMLTextAreaElement>) => {
    setDragged(false);
    const channel = droppedChannel(event);
    if (channel === undefined || disabled) return;
    event.preventDefault();
    insert(channel, offsetAt(event.currentTarget, event.clientX, event.clientY));
  };
  return (
    <div
      className={cn(
        controlClasses,
        "relative p-0 focus-within:outline-2 focus-within:outline-ring focus-within:outline-offset-[-1px]",
        aria["aria-invalid"] && "border-failed",
        disabled && "bg-muted",
        dragged && "outline-2 outline-running",
      )}
    >
      <div className="grid max-h-80 overflow-y-auto">
        <MarkedCopy pieces={pieces} anchorAt={open?.from} anchor={anchor} className={text} />
        <textarea
          {...aria}
          ref={area}
          rows={prose ? 3 : 1}
          value={current}
          spellCheck={prose}
          autoCapitalize={prose ? undefined : "off"}
          autoCorrect={prose ? undefined : "off"}
          placeholder={field.hints.placeholder}
          aria-autocomplete="list"
          aria-controls={open ? listId : undefined}
          aria-activedescendant={open ? optionId(listId, open.active) : undefined}
          onChange={(event) => {
            const next = event.target.value;
            onChange(next === "" && field.optional ? undefined : next);
            completion.typed();
          }}
          onKeyDown={(event) => {
            if (!completion.key(event)) return;
            event.preventDefault();
            event.stopPropagation();
          }}
          onClick={completion.close}
          onBlur={completion.close}
          onDragEnter={(event) => setDragged(isChannelDrag(event) && !disabled)}
          onDragLeave={() => setDragged(false)}
          onDrop={drop}
          className={cn(
            text,
            "field-sizing-content resize-none overflow-hidden bg-transparent text-transparent caret-foreground outline-none placeholder:text-muted-foreground",
          )}
        />
      </div>
      {disabled ? null : <InsertChannel noun={noun} scopeOf={scopeOf} onInsert={insert} />}
      <p aria-live="polite" className="sr-only">
        {open ? `${plural(open.options.length, "suggestion")}. Arrow keys to choose, Enter to insert.` : null}
      </p>
      {open ? (
        <CompletionList
          id={listId}
          options={open.options}
          active={open.active}
          anchor={anchor}
          onChoose={completion.accept}
        />
      ) : null}
    </div>
  );
}

/** The place in the text under a point; the caret where the browser cannot tell. */
function offsetAt(area: HTMLTextAreaElement, x: number, y: number): number {
  const position = document.caretPositionFromPoint?.(x, y);
  return position?.offsetNode === area ? position.offset : area.selectionStart;
}
