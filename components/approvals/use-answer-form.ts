"use client";

import { useState } from "react";
import type { InterruptAnswer, InterruptPayload } from "@/workflows/events/event";
import type { Json } from "@/workflows/graph/json";
import { fromText, kindOf, toText } from "./edit-value";

/** What a person has typed into an approval card, and the answer it makes. */
export function useAnswerForm(payload: InterruptPayload) {
  const editable = payload.editable ?? {};
  const [texts, setTexts] = useState<Record<string, string>>({});
  const [note, setNote] = useState("");

  const fields = Object.entries(editable).map(([name, value]) => {
    const kind = kindOf(value);
    const text = texts[name] ?? toText(value);
    const parsed = fromText(kind, text);
    return { name, kind, text, original: value, parsed, error: "error" in parsed ? parsed.error : undefined };
  });

  const setText = (name: string, text: string) => setTexts((current) => ({ ...current, [name]: text }));

  /** The answer, or null while a field holds something that cannot be read. */
  const answerWith = (answer: string): InterruptAnswer | null => {
    const edits: Record<string, Json> = {};
    for (const { name, original, parsed } of fields) {
      if ("error" in parsed) return null;
      if (JSON.stringify(parsed.value) !== JSON.stringify(original)) edits[name] = parsed.value;
    }
    return {
      answer,
      ...(note.trim() ? { text: note.trim() } : {}),
      ...(Object.keys(edits).length > 0 ? { edits } : {}),
    };
  };

  return { fields, setText, note, setNote, answerWith };
}
