"use client";

import { type ChangeEvent, type KeyboardEvent, useState } from "react";
import { errorMessage } from "@/components/ui/error-message";

type TextElement = HTMLInputElement | HTMLTextAreaElement;

interface Options {
  /** What to say when it was emptied; then the saved text comes back. */
  required?: string;
}

/** A text field that saves itself when it is left or Enter is pressed, and says why when it could not. */
export function useSaveOnLeave(
  saved: string,
  save: (text: string) => Promise<unknown>,
  { required }: Options = {},
) {
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string>();

  async function commit() {
    if (draft === null || draft === saved) return setDraft(null);
    if (required && draft.trim() === "") {
      setError(required);
      return setDraft(null);
    }
    try {
      await save(draft);
      setError(undefined);
      setDraft(null);
    } catch (problem) {
      setError(errorMessage(problem));
    }
  }

  return {
    error,
    props: {
      value: draft ?? saved,
      onChange: (event: ChangeEvent<TextElement>) => setDraft(event.target.value),
      onBlur: () => void commit(),
      onKeyDown: (event: KeyboardEvent<TextElement>) => {
        if (event.key === "Enter" && event.currentTarget instanceof HTMLInputElement) void commit();
      },
    },
  };
}
