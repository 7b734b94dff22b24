/** What a node does with a model. */
export type ModelKind = "chat" | "embedding" | "rerank";

/** One text for a model and what it is used for. */
export function modelUse(kind: ModelKind, reference: string): string {
  return kind === "chat" ? reference : `${kind} ${reference}`;
}

export function readModelUse(use: string): { kind: ModelKind; reference: string } {
  for (const kind of ["embedding", "rerank"] as const) {
    if (use.startsWith(`${kind} `)) return { kind, reference: use.slice(kind.length + 1) };
  }
  return { kind: "chat", reference: use };
}
