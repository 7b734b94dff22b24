"use client";

import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { FindState } from "./find-state";
import type { Find } from "./use-find";

interface ReplaceLineProps extends Find {
  set: (part: Partial<FindState>) => void;
}

/** What takes the place of the matches: of the one that is shown, or of all. */
export function ReplaceLine({ find, matches, replaceOne, replaceAll, set }: ReplaceLineProps) {
  const nothing = matches.length === 0;
  return (
    <div className="flex flex-wrap items-center gap-1 pl-8 pointer-coarse:pl-12">
      <Input
        aria-label="Replace with"
        placeholder="Replace with"
        value={find.replacement}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => set({ replacement: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          replaceOne();
        }}
        className="min-w-32 flex-1"
      />
      <Button disabled={nothing} onClick={replaceOne}>
        Replace
      </Button>
      <Button disabled={nothing} onClick={replaceAll}>
        Replace all
      </Button>
    </div>
  );
}
