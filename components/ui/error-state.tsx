"use client";

import { RotateCw, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { errorMessage } from "./error-message";

interface ErrorStateProps {
  /** What could not be done: The agents could not be loaded. */
  title: string;
  /** Why. */
  error: unknown;
  onRetry?: () => void;
  retrying?: boolean;
  /** Another way out, beside the retry. */
  action?: ReactNode;
  className?: string;
}

/** Where something could not be loaded: what, why, and a way to try again. */
export function ErrorState({ title, error, onRetry, retrying, action, className }: ErrorStateProps) {
  return (
    <div
      role="alert"
      className={cn("mx-auto grid max-w-md justify-items-center gap-2 px-6 py-14 text-center", className)}
    >
      <span className="mb-1 inline-flex size-10 items-center justify-center rounded-lg border border-failed-line bg-failed-soft text-failed-ink">
        <TriangleAlert aria-hidden className="size-5" />
      </span>
      <h2 className="font-semibold text-base">{title}</h2>
      <p className="min-w-0 break-words text-muted-foreground text-sm">{errorMessage(error)}</p>
      <div className="mt-3 flex flex-wrap justify-center gap-2">
        {onRetry ? (
          <Button onClick={onRetry} busy={retrying}>
            <RotateCw aria-hidden />
            Try again
          </Button>
        ) : null}
        {action}
      </div>
    </div>
  );
}
