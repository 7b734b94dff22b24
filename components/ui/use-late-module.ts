"use client";

import { useEffect, useState } from "react";
import type { LateModule } from "./late-module";

/** A late module, once it is there; asked for at once where it is wanted, and again when the network is back. */
export function useLateModule<Module>(late: LateModule<Module>, wanted: boolean): Module | undefined {
  const [, setReady] = useState(false);
  useEffect(() => {
    if (!wanted || late.current()) return;
    const attempt = () =>
      void late.load().then(
        () => setReady(true),
        () => addEventListener("online", attempt, { once: true }),
      );
    attempt();
    return () => removeEventListener("online", attempt);
  }, [late, wanted]);
  return late.current();
}
