"use client";

import { type ComponentProps, lazy, Suspense } from "react";
import { cn } from "@/components/ui/cn";
import type { Markdown as Body } from "./markdown";

const Markdown = lazy(async () => ({ default: (await import("./markdown")).Markdown }));

/** Markdown in the editor: its parser weighs more than the canvas, so the plain text stands in until it is there. */
export function LaterMarkdown(props: ComponentProps<typeof Body>) {
  const plain = (
    <p className={cn("min-w-0 whitespace-pre-wrap break-words", props.className)}>{props.children}</p>
  );
  return (
    <Suspense fallback={plain}>
      <Markdown {...props} />
    </Suspense>
  );
}
