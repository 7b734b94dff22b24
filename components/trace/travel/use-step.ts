"use client";

import { parseAsInteger, useQueryState } from "nuqs";

/** The step of a run that is looked at, by its number; in the address. Null: the run as it is. */
export function useStepAddress() {
  return useQueryState("step", parseAsInteger.withOptions({ history: "replace", throttleMs: 150 }));
}
