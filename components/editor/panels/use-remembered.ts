"use client";

import { useCallback, useState } from "react";
import { type Reading, readStored, writeStored } from "./stored";

/** State that this browser remembers under a key; what is no longer of its kind is forgotten. */
export function useRemembered<Value>(
  key: string,
  read: Reading<Value>,
  initial: Value,
): [Value, (value: Value) => void] {
  const [value, setValue] = useState(() => readStored(key, read) ?? initial);
  const remember = useCallback(
    (next: Value) => {
      setValue(next);
      writeStored(key, next);
    },
    [key],
  );
  return [value, remember];
}
