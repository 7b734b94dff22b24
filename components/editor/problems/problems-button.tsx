"use client";

import { useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { plural } from "@/components/ui/format/count";
import { Late } from "@/components/ui/late";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toneClasses } from "@/components/ui/tone";
import { isError } from "@/workflows/graph/issue";
import { useEditor } from "../store/editor-context";
import { problemList } from "./problems-code";

/** How many problems the graph has; opened, which, with the way to each and its repair. */
export function ProblemsButton() {
  const issues = useEditor((state) => state.issues);
  const [open, setOpen] = useState(false);
  const went = useRef(false);
  if (issues.length === 0) return null;
  const tone = issues.some(isError) ? "failed" : "waiting";
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger>
        <button
          type="button"
          className={cn(
            "inline-flex h-5 shrink-0 items-center whitespace-nowrap rounded-full border px-2 text-xs hover:brightness-95 pointer-coarse:h-9",
            toneClasses[tone].pill,
          )}
        >
          {plural(issues.length, "problem")}
        </button>
      </PopoverTrigger>
      <PopoverContent
        aria-label="Problems"
        align="start"
        className="w-[27rem] p-0"
        onCloseAutoFocus={(event) => {
          // The way to a problem ends in its field, which keeps the focus.
          if (went.current) event.preventDefault();
          went.current = false;
        }}
      >
        <Late
          what="The problems"
          code={problemList}
          props={{
            issues,
            onGo: () => {
              went.current = true;
              setOpen(false);
            },
          }}
          placeholder={<SkeletonRows rows={Math.min(issues.length, 4)} />}
        />
      </PopoverContent>
    </Popover>
  );
}
