"use client";

import { keysToShow } from "@/components/editor/commands/keys";
import { Kbd } from "@/components/ui/kbd";

/** Before the first run: what will stand here. */
export function DockIntro() {
  return (
    <div className="grid h-full place-items-center px-6 py-8 text-center">
      <p className="max-w-sm text-muted-foreground">
        Start a test run with{" "}
        <span className="inline-flex gap-0.5 align-middle">
          {keysToShow("Mod+Enter").map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
        . Every node, model call and tool call appears here while it happens, with its time, tokens and cost.
      </p>
    </div>
  );
}
