"use client";

import { useEffect, useState } from "react";
import type { Pattern } from "./pattern";

/** The patterns, once somebody wants them: their graphs are no part of the editor's first load. */
export function usePatterns(wanted: boolean): readonly Pattern[] {
  const [patterns, setPatterns] = useState<readonly Pattern[]>([]);
  useEffect(() => {
    if (!wanted) return;
    let stale = false;
    void import("./patterns").then((loaded) => {
      if (!stale) setPatterns(loaded.patterns);
    });
    return () => {
      stale = true;
    };
  }, [wanted]);
  return patterns;
}
