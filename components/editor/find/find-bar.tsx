"use client";

import { ChevronDown, ChevronRight, ChevronUp, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useState } from "react";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { useBuild } from "../build-context";
import { shortcutText } from "../commands/keys";
import { useEditor } from "../store/editor-context";
import { useEditorUiStore } from "../store/editor-ui";
import { FindOptions } from "./find-options";
import type { FindState } from "./find-state";
import { Hits } from "./hits";
import { findFieldId } from "./open-find";
import { ReplaceLine } from "./replace-line";
import { type Find, useFind } from "./use-find";

/** Finds words in everything people wrote into the graph, and puts others in their place. */
export function FindBar() {
  const ui = useEditorUiStore();
  const readOnly = useEditor((state) => state.readOnly);
  const found = useFind();
  const { find, problem, step } = found;
  const set = (part: Partial<FindState>) => ui.setState({ find: { ...ui.getState().find, ...part } });
  const close = useClose();
  const replacing = find.replacing && !readOnly;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  };
  return (
    <search
      aria-label="Find and replace"
      onKeyDown={onKeyDown}
      className="absolute inset-x-2 top-2 z-20 grid max-h-[calc(100%-1rem)] grid-rows-[auto_minmax(0,1fr)] overflow-hidden rounded-lg border bg-popover text-popover-foreground shadow-float md:left-auto md:w-[30rem]"
    >
      <div className="grid gap-1.5 p-2">
        <div className="flex items-center gap-1">
          {readOnly ? null : (
            <IconButton
              icon={replacing ? ChevronDown : ChevronRight}
              label={replacing ? "Hide replace" : "Show replace"}
              aria-expanded={replacing}
              onClick={() => set({ replacing: !replacing })}
            />
          )}
          <Input
            autoFocus
            id={findFieldId}
            aria-label="Find"
            placeholder="Titles, prompts, expressions, notes"
            value={find.query}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={problem ? true : undefined}
            aria-describedby="find-count"
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => set({ query: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              step(event.shiftKey ? -1 : 1);
            }}
            className="flex-1"
          />
          <IconButton
            icon={ChevronUp}
            label="Match before"
            shortcut={shortcutText("Shift+F3")}
            disabled={found.matches.length === 0}
            onClick={() => step(-1)}
          />
          <IconButton
            icon={ChevronDown}
            label="Next match"
            shortcut={shortcutText("F3")}
            disabled={found.matches.length === 0}
            onClick={() => step(1)}
          />
          <IconButton icon={X} label="Close" shortcut={shortcutText("Escape")} onClick={close} />
        </div>
        {replacing ? <ReplaceLine {...found} set={set} /> : null}
        <div
          className={cn("flex items-center justify-between gap-2", !readOnly && "pl-8 pointer-coarse:pl-12")}
        >
          <Count {...found} />
          <FindOptions find={find} set={set} />
        </div>
      </div>
      <Hits {...found} />
    </search>
  );
}

function Count({ find, matches, at, problem, full }: Find) {
  const many = `${matches.length.toLocaleString("en")}${full ? "+" : ""}`;
  const words =
    at === null ? `${many} ${matches.length === 1 ? "match" : "matches"}` : `${at + 1} of ${many}`;
  return (
    <p
      id="find-count"
      role="status"
      className={cn(
        "min-w-0 flex-1 px-0.5 text-xs tabular-nums",
        problem ? "text-failed-ink" : "text-muted-foreground",
      )}
    >
      {problem ?? (find.query === "" ? "" : matches.length === 0 ? "Nothing found" : words)}
    </p>
  );
}

/** Closes the bar; the focus goes back to where it was, or to the canvas if that is gone. */
function useClose(): () => void {
  const ui = useEditorUiStore();
  const { surface } = useBuild();
  const [back] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const lost = document.activeElement === document.body || document.activeElement === null;
      if (!lost) return;
      if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus();
      else surface.current?.focus();
    },
    [back, surface],
  );
  return () => ui.setState({ find: { ...ui.getState().find, open: false } });
}
