"use client";

import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

interface MoreSettingsProps {
  title?: string;
  /** Stands behind the title: what of it is in use. */
  note?: string | undefined;
  /** Whether it begins unfolded. */
  open?: boolean;
  children: ReactNode;
}

/** What is seldom needed, folded away. */
export function MoreSettings({ title = "More settings", note, open = false, children }: MoreSettingsProps) {
  return (
    <details className="group/more min-w-0" open={open || undefined}>
      <summary className="-mx-1 flex min-h-7 w-fit max-w-full select-none list-none items-center gap-1 rounded-sm px-1 text-muted-foreground text-sm hover:text-foreground pointer-coarse:min-h-11">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 transition-transform group-open/more:rotate-90"
        />
        <span className="shrink-0">{title}</span>
        {note ? (
          <span className="ml-1.5 min-w-0 truncate text-foreground text-xs group-open/more:hidden">
            {note}
          </span>
        ) : null}
      </summary>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4 pt-3">{children}</div>
    </details>
  );
}
