"use client";

import { useMemo } from "react";
import type { InputTexts } from "@/components/inputs/input-values";
import { readInputDraft, writeInputDraft } from "./input-draft";
import { useDraft } from "./use-draft";

/** What is being filled in, kept per conversation on this device until it is sent. */
export function useInputDraft(key: string): [InputTexts, (texts: InputTexts) => void] {
  const [draft, setDraft] = useDraft(`${key}.inputs`);
  const texts = useMemo(() => readInputDraft(draft), [draft]);
  return [texts, (next) => setDraft(writeInputDraft(next))];
}
