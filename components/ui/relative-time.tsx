"use client";

import { formatExactTime, formatRelativeTime } from "./format/relative-time";
import { Tooltip } from "./tooltip";
import { useNow } from "./use-now";

interface RelativeTimeProps {
  /** ISO 8601, milliseconds, or a Date. */
  time: string | number | Date;
  className?: string;
}

/** How long ago, with the exact moment on hover and focus. */
export function RelativeTime({ time, className }: RelativeTimeProps) {
  const now = useNow();
  const date = new Date(time);
  const words = now === null ? date.toISOString().slice(0, 10) : formatRelativeTime(date, new Date(now));
  return (
    <Tooltip tip={formatExactTime(date)}>
      <time dateTime={date.toISOString()} className={className}>
        {words}
      </time>
    </Tooltip>
  );
}
