"use client";

import { useState } from "react";

/** What is being typed, kept per conversation on this device until it is sent. */
export function useDraft(key: string): [string, (text: string) => void] {
  const place = `signalbox.chat-draft.${key}`;
  const [text, setText] = useState(() => localStorage.getItem(place) ?? "");
  const change = (next: string) => {
    setText(next);
    if (next) localStorage.setItem(place, next);
    else localStorage.removeItem(place);
  };
  return [text, change];
}
