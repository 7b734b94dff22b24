"use client";

import { Pin } from "lucide-react";
import { plural } from "@/components/ui/format/count";
import { useEditor } from "../store/editor-context";

/** Says that pinned outputs are for trying the draft out alone. */
export function PinsStay() {
  const count = useEditor((state) => Object.keys(state.document.pins).length);
  if (count === 0) return null;
  return (
    <p className="flex gap-2 text-muted-foreground text-sm">
      <Pin aria-hidden className="mt-0.5 size-4 shrink-0" />
      {`${plural(count, "pinned output stays", "pinned outputs stay")} in the draft. In the version, these nodes run.`}
    </p>
  );
}
