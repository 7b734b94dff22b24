"use client";

import { errorMessage } from "./error-message";

/** Long enough to read the line and reach the button. */
const UNDO_MS = 8000;

type Sonner = typeof import("sonner").toast;

let sonner: Sonner | undefined;
let waiting: ((sonner: Sonner) => void)[] = [];

/** News may come before the code that shows them. */
function tell(news: (sonner: Sonner) => void): void {
  if (sonner) {
    news(sonner);
    return;
  }
  waiting.push(news);
}

/** Those who can show news say so; what waited is shown. */
export function toasterReady(shown: Sonner): void {
  sonner = shown;
  for (const news of waiting) news(shown);
  waiting = [];
}

/** Short news about something that was just done. Errors that belong to a field stay at the field. */
export const toast = {
  done: (message: string, description?: string) => tell((shown) => shown.success(message, { description })),

  /** What was left out of something that was done, and why. */
  partly: (message: string, description: string) =>
    tell((shown) => shown.warning(message, { description, duration: UNDO_MS })),

  /** What could not be done, and why. */
  failed: (message: string, error: unknown) =>
    tell((shown) => shown.error(message, { description: errorMessage(error), duration: UNDO_MS })),

  /** Says that something went away and offers it back. */
  undo: (message: string, undo: () => void) =>
    tell((shown) => shown(message, { duration: UNDO_MS, action: { label: "Undo", onClick: undo } })),
};
