"use client";

import { ChevronRight } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";

interface EarlierAttemptsProps {
  count: number;
  /** The attempts, made when somebody wants to see them. */
  children: () => ReactNode;
}

/** What was tried before under the same question: folded, never lost. */
export function EarlierAttempts({ count, children }: EarlierAttemptsProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  if (count === 0) return null;
  return (
    <div className="grid min-w-0 grid-cols-1 gap-3">
      <Button
        variant="ghost"
        size="sm"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        className="-ml-2 justify-self-start text-muted-foreground"
      >
        <ChevronRight aria-hidden className={cn("transition-transform", open && "rotate-90")} />
        {count === 1 ? "Earlier attempt" : `${count} earlier attempts`}
      </Button>
      {open ? (
        <div id={id} className="grid min-w-0 grid-cols-1 gap-6 border-l pl-4">
          {children()}
        </div>
      ) : null}
    </div>
  );
}
