"use client";

import { useEffect, useMemo, useState } from "react";
import { errorMessage } from "@/components/ui/error-message";
import { type MakeSearch, plainSearch, type Search } from "@/workflows/graph/text/search";
import type { FindState } from "./find-state";

const nothing: Search = () => [];

type Loaded = { make: MakeSearch } | { problem: string };

/** The search that is meant, or why there is none. The engine for patterns is loaded when it is first asked for. */
export function useSearch({ query, matchCase, wholeWord, regex }: FindState): {
  search: Search;
  problem: string | undefined;
} {
  const [engine, setEngine] = useState<Loaded | null>(null);
  const needed = regex && engine === null;
  useEffect(() => {
    if (!needed) return;
    import("@/workflows/graph/text/pattern-search").then(
      ({ patternSearch }) => setEngine({ make: patternSearch }),
      (error) => setEngine({ problem: `Regular expressions could not be loaded. ${errorMessage(error)}` }),
    );
  }, [needed]);

  return useMemo(() => {
    if (regex && engine === null) return { search: nothing, problem: undefined };
    if (regex && engine && "problem" in engine) return { search: nothing, problem: engine.problem };
    const make = regex && engine && "make" in engine ? engine.make : plainSearch;
    const made = make(query, { matchCase, wholeWord });
    return made.ok ? { search: made.value, problem: undefined } : { search: nothing, problem: made.problem };
  }, [query, matchCase, wholeWord, regex, engine]);
}
