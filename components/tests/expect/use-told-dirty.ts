"use client";

import { useEffect } from "react";

/** Tells whether something is typed that is not saved, and that nothing is once the form has gone. */
export function useToldDirty(dirty: boolean, tell: (dirty: boolean) => void): void {
  useEffect(() => {
    tell(dirty);
    return () => tell(false);
  }, [dirty, tell]);
}
