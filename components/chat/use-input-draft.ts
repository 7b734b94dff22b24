"use client";

import { useState } from "react";
import type { InputTexts } from "@/components/inputs/input-values";
import { readInputDraft, writeInputDraft } from "./input-draft";
import { useDraft } from "./use-draft";

/** What is being filled in, kept per conversation on this device until it is sent. */
export function useInputDraft(key: string): [InputTexts, (texts: InputTexts) => void] {
  const [draft, setDraft] = useDraft(`${key}.inputs`);
  // Not everything that is filled in is kept.
  const [texts, setTexts] = useState(() => readInputDraft(draft));
  const change = (next: InputTexts) => {
    setTexts(next);
    setDraft(writeInputDraft(next));
  };
  return [texts, change];
}
