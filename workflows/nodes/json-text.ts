import { type Json, jsonSchema } from "@/workflows/graph/json";
import { isDeeperThan, maxValueDepth } from "@/workflows/graph/json-depth";
import { prototypeKey } from "@/workflows/graph/prototype-key";
import { unreadable } from "./unreadable";

/** The first block between lines of backticks. */
const fence = /^[ \t]*```[^\n`]*\n([\s\S]*?)\n[ \t]*```/m;

/** The value of a JSON text. @throws AppError invalid_input */
export function readJson(text: string, { fenced }: { fenced: boolean }): Json {
  const value = parsedOr(text) ?? parsedOr(fenced ? (fence.exec(text)?.[1] ?? "") : "");
  if (value === undefined) throw unreadable("JSON", text, reasonOf(text));
  if (isDeeperThan(value.parsed, maxValueDepth)) {
    throw unreadable("JSON", text, `it is nested more than ${maxValueDepth} levels deep.`);
  }
  const key = prototypeKey(value.parsed);
  if (key) throw unreadable("JSON", text, "it names a field __proto__, which no value may have.");
  const stored = jsonSchema.safeParse(value.parsed);
  if (!stored.success) throw unreadable("JSON", text, "it holds a number that is too large to be kept.");
  return stored.data;
}

/** Programs of Windows begin files with a mark that JSON knows nothing of. */
function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

function parsedOr(text: string): { parsed: unknown } | undefined {
  try {
    return { parsed: JSON.parse(withoutMark(text)) };
  } catch {
    return undefined;
  }
}

function reasonOf(text: string): string {
  try {
    JSON.parse(withoutMark(text));
    return "";
  } catch (error) {
    return `${error instanceof Error ? error.message.slice(0, 120) : "it is broken"}.`;
  }
}
