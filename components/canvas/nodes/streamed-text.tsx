"use client";

import { useState } from "react";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";

interface StreamedTextProps {
  title: string;
  text: string;
  /** The node is still at work. */
  live: boolean;
}

/** The end of what a model is writing here, in a box that never changes its height; all of it in a popover. */
export function StreamedText({ title, text, live }: StreamedTextProps) {
  const [open, setOpen] = useState(false);
  if (!live && !open) return null;
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger>
        <button
          type="button"
          aria-label="Read what it is writing"
          className="nodrag nopan mx-3 mb-2.5 block h-9 w-[calc(100%-1.5rem)] overflow-hidden rounded-md bg-running-soft px-2 py-0.5 text-left text-2xs text-running-ink leading-4 hover:bg-running-line"
        >
          <span aria-hidden className="line-clamp-2">
            {text.slice(-90)}
          </span>
        </button>
      </PopoverTrigger>
      <PopoverContent
        aria-label={`What “${title}” is writing`}
        side="bottom"
        align="start"
        updatePositionStrategy="always"
        className="flex max-h-72 w-96 flex-col-reverse overflow-y-auto"
      >
        {/* Reversed, so that it stays at the end while the text grows. */}
        <p className="whitespace-pre-wrap break-words text-sm">{text}</p>
      </PopoverContent>
    </Popover>
  );
}
