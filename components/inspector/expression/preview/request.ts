import type { Json } from "@/workflows/graph/json";
import type { FieldKind } from "../marked-pieces";

/** The state that expressions see, as plain JSON. */
export type PreviewState = Readonly<Record<string, Json>>;

/** To the worker. The state is sent once, since it may be large; expressions follow at every key. */
export type PreviewRequest =
  | { type: "state"; state: PreviewState }
  | { type: "evaluate"; id: number; kind: FieldKind; text: string };

export type PreviewAnswer = { id: number } & PreviewResult;

/** `problem`: why there is no value, in a sentence. */
export type PreviewResult = { ok: true; value: string } | { ok: false; problem: string };
