import type { Json, JsonObject } from "@/workflows/graph/json";

interface Chosen {
  /** The route to take; absent where none fits well enough. */
  id?: string;
  /** Why, in a sentence for the trace. */
  told: string;
  /** For later nodes: what was chosen, how sure the model was, and its reason. */
  verdict: { route: string | null; confidence: number; reason: string };
}

/** The route that a model's verdict leads to. @param verdict absent where its answer could not be read */
export function chosenRoute(
  verdict: JsonObject | undefined,
  routes: readonly { id: string; label: string }[],
  threshold: number,
): Chosen {
  const reason = textOf(verdict?.reason);
  const confidence = typeof verdict?.confidence === "number" ? verdict.confidence : 0;
  const route = routes.find(({ label }) => label === verdict?.route);
  const sure = `${Math.round(confidence * 100)}% sure`;
  if (!route) {
    const told = verdict ? `No route fits, ${sure}. ${reason}` : "The model's answer could not be read.";
    return { told: told.trim(), verdict: { route: null, confidence, reason } };
  }
  if (confidence < threshold) {
    const told = `“${route.label}” was chosen, but the model is only ${sure}. ${reason}`;
    return { told: told.trim(), verdict: { route: null, confidence, reason } };
  }
  const told = `“${route.label}”, ${sure}. ${reason}`.trim();
  return { id: route.id, told, verdict: { route: route.label, confidence, reason } };
}

function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
