"use client";

import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

/** What is seldom needed, folded away. */
export function MoreSettings({ title = "More settings", children }: { title?: string; children: ReactNode }) {
  return (
    <details className="group/more">
      <summary className="-mx-1 flex min-h-7 w-fit select-none list-none items-center gap-1 rounded-sm px-1 text-muted-foreground text-sm hover:text-foreground pointer-coarse:min-h-11">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open/more:rotate-90" />
        {title}
      </summary>
      <div className="grid gap-4 pt-3">{children}</div>
    </details>
  );
}
