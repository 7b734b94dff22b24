import type { BaseMessage } from "@langchain/core/messages";
import { AppError } from "@/workflows/errors/app-error";

interface Answer {
  message: BaseMessage;
  value: unknown;
}

/** What several answers to one question came to. */
export interface Vote<Sample> {
  answer: Sample;
  /** Answers that say the same, this one included. */
  agreeing: number;
  /** Answers that came; those that failed or did not fit have no vote. */
  given: number;
}

/**
 * Asks so many times at once and takes the answer that most agree on, the earliest where several have as many.
 * @param field dotted path of what has to agree in an object; empty: all of it
 * @throws what the first one failed with, where none answered
 */
export async function mostAgreed<Sample extends Answer>(
  times: number,
  field: string,
  ask: () => Promise<Sample>,
): Promise<Vote<Sample>> {
  const ends = await Promise.allSettled(Array.from({ length: times }, ask));
  const answers = ends.flatMap((end) => (end.status === "fulfilled" ? [end.value] : []));
  const failed = ends.find((end) => end.status === "rejected");
  const groups = [...Map.groupBy(answers, ({ value }) => voteOf(value, field)).values()];
  const [largest = []] = groups.sort((one, other) => other.length - one.length);
  const [answer] = largest;
  if (answer) return { answer, agreeing: largest.length, given: answers.length };
  throw failed?.reason ?? new AppError("node_failed", "The model was not asked.");
}

/** What an answer is counted as: a text without case, spacing and marks at its ends, anything else as JSON. */
export function voteOf(value: unknown, field: string): string {
  const voted = field ? field.split(".").reduce(partOf, value) : value;
  if (typeof voted === "string") {
    const plain = voted.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
    return plain.replace(/^[\s"'“”‘’*_`]+|[\s"'“”‘’*_`.!?,;:]+$/g, "");
  }
  return JSON.stringify(sorted(voted)) ?? "";
}

function partOf(value: unknown, key: string): unknown {
  const has = typeof value === "object" && value !== null && Object.hasOwn(value, key);
  return has ? Reflect.get(value, key) : undefined;
}

/** Keys in one order, so that it does not count in which a model wrote them. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}
