"use client";

import { Braces, FunctionSquare, KeyRound, List, type LucideIcon, Tag } from "lucide-react";
import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { floatingClasses } from "@/components/ui/menu-classes";
import type { Completion } from "@/workflows/expressions/complete/completion";
import { placeBy } from "./place-by";

interface CompletionListProps {
  id: string;
  options: readonly Completion[];
  active: number;
  /** What it hangs below. */
  anchor: RefObject<HTMLElement | null>;
  onChoose: (option: Completion) => void;
}

const icons: Record<Completion["kind"], LucideIcon> = {
  channel: Braces,
  field: Tag,
  variable: List,
  function: FunctionSquare,
  secret: KeyRound,
};

export const optionId = (id: string, index: number) => `${id}-${index}`;

/** Suggestions below the text. The keyboard stays in the field; `aria-activedescendant` there names the active one. */
export function CompletionList({ id, options, active, anchor, onChoose }: CompletionListProps) {
  const box = useRef<HTMLDivElement>(null);
  const chosen = options[active];
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    // The top layer: no panel cuts it off, no sheet lies over it.
    if (!element.matches(":popover-open")) element.showPopover();
    const place = () => placeBy(element, anchor.current);
    place();
    addEventListener("scroll", place, true);
    addEventListener("resize", place);
    return () => {
      removeEventListener("scroll", place, true);
      removeEventListener("resize", place);
    };
  });
  useEffect(() => {
    document.getElementById(optionId(id, active))?.scrollIntoView({ block: "nearest" });
  }, [id, active]);
  return (
    <div
      ref={box}
      popover="manual"
      className={cn(floatingClasses, "fixed inset-auto m-0 w-80 max-w-[calc(100vw-1rem)] p-0")}
    >
      {/* Scrolls, so axe wants it in the tab order; Tab in the field takes a suggestion before it gets there. */}
      <div
        id={id}
        role="listbox"
        aria-label="Suggestions"
        tabIndex={0}
        // The field must not lose the focus to a click.
        onMouseDown={(event) => event.preventDefault()}
        className="max-h-56 overflow-y-auto p-1"
      >
        {options.map((option, index) => (
          <Option
            key={`${option.kind} ${option.label}${option.detail}`}
            id={optionId(id, index)}
            option={option}
            selected={index === active}
            onChoose={() => onChoose(option)}
          />
        ))}
      </div>
      <p className="min-h-7 border-t px-2.5 py-1.5 text-muted-foreground text-xs">{chosen?.info}</p>
    </div>
  );
}

interface OptionProps {
  id: string;
  option: Completion;
  selected: boolean;
  onChoose: () => void;
}

function Option({ id, option, selected, onChoose }: OptionProps) {
  const Icon = icons[option.kind];
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field
    <div
      id={id}
      role="option"
      aria-selected={selected}
      onClick={onChoose}
      className="flex min-h-7 cursor-pointer select-none items-center gap-2 rounded-sm px-1.5 text-xs aria-selected:bg-accent hover:bg-accent/60 pointer-coarse:min-h-11"
    >
      <Icon aria-hidden className="size-3.5 shrink-0 text-muted-foreground" />
      <span className={cn("min-w-0 flex-1 truncate font-mono", option.empty && "text-muted-foreground")}>
        {option.label}
        {option.kind === "function" ? <span className="text-muted-foreground">{option.detail}</span> : null}
      </span>
      {option.empty ? <span className="shrink-0 italic text-muted-foreground">empty here</span> : null}
      {option.kind === "function" ? null : (
        <span className="max-w-28 shrink-0 truncate text-muted-foreground">{option.detail}</span>
      )}
    </div>
  );
}
