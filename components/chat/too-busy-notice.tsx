"use client";

import { useClock } from "@/components/trace/waterfall/use-clock";
import { Notice } from "@/components/ui/notice";

interface TooBusyNoticeProps {
  /** When it may be tried again, milliseconds since the epoch. */
  until: number;
}

/** Nothing was sent, because too much waits already. Only the words are announced, not every second. */
export function TooBusyNotice({ until }: TooBusyNoticeProps) {
  const seconds = Math.max(0, Math.ceil((until - useClock(true, 1_000)) / 1_000));
  return (
    <Notice tone="waiting" title="Too many are waiting at the moment" className="mb-2">
      What you wrote was not sent and is kept here.{" "}
      <span aria-live="off">{seconds > 0 ? `Send it again in ${seconds} s.` : "Send it again now."}</span>
    </Notice>
  );
}
