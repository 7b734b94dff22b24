import { z } from "zod";
import type { InputTexts } from "@/components/inputs/input-values";

const textsSchema = z.record(z.string(), z.string());

/** Fields as they are kept; nothing typed leaves nothing behind. */
export function writeInputDraft(texts: InputTexts): string {
  return Object.values(texts).some((text) => text !== "") ? JSON.stringify(texts) : "";
}

/** What a browser keeps may be old or damaged: then the fields are empty. */
export function readInputDraft(draft: string): InputTexts {
  try {
    return textsSchema.parse(JSON.parse(draft));
  } catch {
    return {};
  }
}
