"use client";

import { useEffect, useRef, useState } from "react";
import { plural } from "@/components/ui/format/count";
import { isError } from "@/workflows/graph/issue";
import { useEditor } from "../store/editor-context";

/** How long the number has to stay the same before it is read out: nobody wants to hear every letter they type. */
const CALM_MS = 1500;

/** Tells screen readers how many problems there are, once they have stopped changing. */
export function ProblemsStatus() {
  const errors = useEditor((state) => state.issues.filter(isError).length);
  const warnings = useEditor((state) => state.issues.length) - errors;
  const counts = wordsOf(errors, warnings);
  const told = useRef(counts);
  const [words, setWords] = useState("");
  useEffect(() => {
    if (told.current === counts) return;
    const timer = setTimeout(() => {
      told.current = counts;
      setWords(counts);
    }, CALM_MS);
    return () => clearTimeout(timer);
  }, [counts]);
  return (
    <p role="status" className="sr-only">
      {words}
    </p>
  );
}

function wordsOf(errors: number, warnings: number): string {
  if (errors + warnings === 0) return "No problems";
  const parts = [
    ...(errors > 0 ? [plural(errors, "error")] : []),
    ...(warnings > 0 ? [plural(warnings, "warning")] : []),
  ];
  return parts.join(", ");
}
