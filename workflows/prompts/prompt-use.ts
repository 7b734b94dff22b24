import { z } from "zod";
import type { JsonObject } from "@/workflows/graph/json";

/** How long a prompt of the library may be: with what its variables stand for, it has to fit into a node. */
export const longestPrompt = 50_000;
export const longestValue = 2_000;

/** A prompt of the library in place of a text: which, and what its variables stand for in this graph. */
export interface PromptUse {
  /** Its id. */
  prompt: string;
  /** As it was called when it was chosen; the id counts. */
  name: string;
  /** Absent: the newest, as of the moment a run begins or a version is published. */
  version?: number | undefined;
  variables: { name: string; value: string }[];
  /** The version whose text stands in the field beside: in graphs that run, never in one that is drawn. */
  filled?: number | undefined;
}

const useSchema: z.ZodType<PromptUse> = z.object({
  prompt: z.string().min(1),
  name: z.string(),
  version: z.int().min(1).optional(),
  variables: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  filled: z.int().min(1).optional(),
});

/** A setting that may be taken from the library is named like the one it stands for, with this behind. */
export const fromLibrary = "From";

export interface PlacedUse {
  /** The setting that holds the reference. */
  field: string;
  /** The setting whose text it gives. */
  fills: string;
  use: PromptUse;
}

/** Prompts of the library that a node's settings refer to. */
export function usesIn(config: JsonObject): PlacedUse[] {
  return Object.entries(config).flatMap(([field, value]) => {
    const fills = field.slice(0, -fromLibrary.length);
    if (!field.endsWith(fromLibrary) || typeof config[fills] === "object") return [];
    const use = useSchema.safeParse(value);
    return use.success ? [{ field, fills, use: use.data }] : [];
  });
}
