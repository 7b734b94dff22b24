import { isJsonObject, type JsonObject } from "@/workflows/graph/json";
import { own } from "@/workflows/graph/record";

export interface Verdict extends JsonObject {
  blocked: boolean;
  /** Categories at or over the threshold, the clearest first. */
  categories: string[];
  scores: JsonObject;
  reason: string;
}

/** What a model's scores come to. Without any, because its answer could not be read, nothing is let through. */
export function verdictOf(
  answer: JsonObject | undefined,
  labels: readonly string[],
  threshold: number,
): Verdict {
  const given = isJsonObject(answer?.scores) ? answer.scores : undefined;
  if (!given) {
    return { blocked: true, categories: [], scores: {}, reason: "The model's answer could not be read." };
  }
  const scores = labels.map((label): [string, number] => {
    const score = own(given, label);
    return [label, typeof score === "number" ? score : 0];
  });
  const over = scores.filter(([, score]) => score >= threshold).sort(([, one], [, other]) => other - one);
  return {
    blocked: over.length > 0,
    categories: over.map(([label]) => label),
    scores: Object.fromEntries(scores),
    reason: typeof answer?.reason === "string" ? answer.reason : "",
  };
}

/** The verdict in a line for the trace. */
export function verdictLine({ blocked, categories, scores, reason }: Verdict): string {
  if (!blocked) return "Allowed.";
  const named = categories.map((label) => `${label} (${JSON.stringify(scores[label])})`).join(", ");
  return ["Blocked", named && `: ${named}`, ". ", reason].join("").trim();
}
