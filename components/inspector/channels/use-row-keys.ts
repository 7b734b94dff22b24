"use client";

import { useState } from "react";

/** Keys that stay the same when a channel is renamed, so that its row keeps what is typed and the focus. */
export function useRowKeys() {
  const [keys, setKeys] = useState<ReadonlyMap<string, string>>(new Map());
  const keyOf = (name: string) => keys.get(name) ?? name;
  const renamed = (from: string, to: string) =>
    setKeys(new Map([...keys, [to, keyOf(from)], [from, `${keyOf(to)} again ${keys.size}`]]));
  return { keyOf, renamed };
}
