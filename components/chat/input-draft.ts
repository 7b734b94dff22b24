import { z } from "zod";
import type { InputTexts } from "@/components/inputs/input-values";

const textsSchema = z.record(z.string(), z.string());

/** What a browser keeps for all pages together is about 5 MB. */
const longest = 100_000;

/** Fields as they are kept; nothing typed leaves nothing behind. Pictures are too large to be kept. */
export function writeInputDraft(texts: InputTexts): string {
  const kept = Object.entries(texts).filter(([, text]) => text.length <= longest);
  return kept.some(([, text]) => text !== "") ? JSON.stringify(Object.fromEntries(kept)) : "";
}

/** What a browser keeps may be old or damaged: then the fields are empty. */
export function readInputDraft(draft: string): InputTexts {
  try {
    return textsSchema.parse(JSON.parse(draft));
  } catch {
    return {};
  }
}
