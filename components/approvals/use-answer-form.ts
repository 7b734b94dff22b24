"use client";

import { useState } from "react";
import type { GivenAnswer, InterruptPayload } from "@/workflows/events/event";
import type { Json } from "@/workflows/graph/json";
import { fromText, kindOf, toText } from "./edit-value";
import { formValues, problemsByField } from "./form-values";

/** What a person has typed into an approval card, and the answer it makes. */
export function useAnswerForm(payload: InterruptPayload) {
  const editable = payload.editable ?? {};
  const [texts, setTexts] = useState<Record<string, string>>({});
  const [note, setNote] = useState("");
  const [filled, setFilled] = useState<Record<string, string>>({});
  const [problems, setProblems] = useState<Record<string, string>>({});
  const formFields = payload.form?.fields ?? [];

  const fields = Object.entries(editable).map(([name, value]) => {
    const kind = kindOf(value);
    const text = texts[name] ?? toText(value);
    const parsed = fromText(kind, text);
    return { name, kind, text, original: value, parsed, error: "error" in parsed ? parsed.error : undefined };
  });

  const setText = (name: string, text: string) => setTexts((current) => ({ ...current, [name]: text }));

  const fill = (name: string, text: string) => {
    setFilled((current) => ({ ...current, [name]: text }));
    setProblems((current) => ({ ...current, [name]: "" }));
  };

  /** What was filled in, or null where something of it is missing or wrong, which then stands at its field. */
  const formWith = (answer: string) => {
    const values = formValues(formFields, filled);
    const rejects = payload.answers.some(({ id, tone }) => id === answer && tone === "danger");
    const found = problemsByField(formFields, values, rejects);
    setProblems(found);
    return Object.keys(found).length > 0 ? null : values;
  };

  /** The answer, or null while a field holds something that cannot be read or is missing. */
  const answerWith = (answer: string): GivenAnswer | null => {
    const form = formWith(answer);
    if (!form) return null;
    const edits: Record<string, Json> = {};
    for (const { name, original, parsed } of fields) {
      if ("error" in parsed) return null;
      if (JSON.stringify(parsed.value) !== JSON.stringify(original)) edits[name] = parsed.value;
    }
    return {
      answer,
      ...(note.trim() ? { text: note.trim() } : {}),
      ...(Object.keys(edits).length > 0 ? { edits } : {}),
      ...(Object.keys(form).length > 0 ? { form } : {}),
    };
  };

  return { fields, setText, note, setNote, formFields, filled, problems, fill, answerWith };
}
