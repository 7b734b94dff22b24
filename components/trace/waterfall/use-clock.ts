"use client";

import { useEffect, useState } from "react";

/** Milliseconds since the epoch, moving while `running`: lets open bars grow. */
export function useClock(running: boolean, everyMs = 200): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [running, everyMs]);
  return now;
}
