"use client";

import { useCallback, useState } from "react";
import type { z } from "zod";
import { readStored, writeStored } from "./stored";

/** State that this browser remembers under a key; what no longer fits the schema is forgotten. */
export function useRemembered<Value>(
  key: string,
  schema: z.ZodType<Value>,
  initial: Value,
): [Value, (value: Value) => void] {
  const [value, setValue] = useState(() => readStored(key, schema) ?? initial);
  const remember = useCallback(
    (next: Value) => {
      setValue(next);
      writeStored(key, next);
    },
    [key],
  );
  return [value, remember];
}
