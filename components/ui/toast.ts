"use client";

import { toast as sonner } from "sonner";
import { errorMessage } from "./error-message";

/** Long enough to read the line and reach the button. */
const UNDO_MS = 8000;

/** Short news about something that was just done. Errors that belong to a field stay at the field. */
export const toast = {
  done: (message: string, description?: string) => sonner.success(message, { description }),

  /** What could not be done, and why. */
  failed: (message: string, error: unknown) =>
    sonner.error(message, { description: errorMessage(error), duration: UNDO_MS }),

  /** Says that something went away and offers it back. */
  undo: (message: string, undo: () => void) =>
    sonner(message, { duration: UNDO_MS, action: { label: "Undo", onClick: undo } }),
};
