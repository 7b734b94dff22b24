import { templateChannels } from "@/workflows/expressions/channels-used";

/** The names that a prompt of the library asks for, each once, in reading order: whoever uses it says what they are. */
export function variablesOf(text: string): string[] {
  return templateChannels(text);
}
