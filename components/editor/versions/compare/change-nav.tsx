"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { ChangeBadge } from "../changes/change-badge";
import type { Change } from "../changes/changes";

interface ChangeNavProps {
  changes: readonly Change[];
  chosen: Change | undefined;
  onChoose: (key: string) => void;
  /** To the change after (1) or before (-1) the chosen one. */
  onStep: (by: 1 | -1) => void;
}

const headings: Record<Change["part"], string> = {
  settings: "Agent",
  channel: "Channels",
  node: "Nodes",
  edge: "Connections",
};

/** All that differs, to choose from. */
export function ChangeNav({ changes, chosen, onChoose, onStep }: ChangeNavProps) {
  const current = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chosen === undefined) return;
    current.current?.scrollIntoView({ block: "nearest" });
    // With the arrow keys the focus goes along.
    if (list.current?.contains(document.activeElement)) current.current?.focus();
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    onStep(event.key === "ArrowDown" ? 1 : -1);
  };
  const groups = [...Map.groupBy(changes, ({ part }) => part)];
  return (
    <nav ref={list} aria-label="Changes" onKeyDown={onKeyDown} className="grid gap-3 p-2">
      {groups.map(([part, items]) => (
        <section key={part}>
          <h3 className="px-2 py-1 font-medium text-muted-foreground text-xs">{headings[part]}</h3>
          <ul className="grid">
            {items.map(({ key, title, kind }) => (
              <li key={key}>
                <button
                  ref={key === chosen?.key ? current : undefined}
                  type="button"
                  aria-current={key === chosen?.key ? "true" : undefined}
                  onClick={() => onChoose(key)}
                  className="flex min-h-8 w-full items-center gap-2 rounded-md px-2 py-1 text-left transition-colors hover:bg-accent aria-[current=true]:bg-accent pointer-coarse:min-h-11"
                >
                  <span className="min-w-0 flex-1 break-words">{title}</span>
                  <ChangeBadge kind={kind} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
