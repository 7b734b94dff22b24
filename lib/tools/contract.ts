import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { z } from "zod";
import { type changedParts, effects } from "@/lib/api/contract/tools";
import { jsonObjectSchema } from "@/workflows/graph/json";

/** What of a tool counts: a person approves it, and where anything of it changes, approves it again. */
export const contractSchema = z.strictObject({
  description: z.string(),
  /** JSON schema of an object. */
  parameters: jsonObjectSchema,
  effect: z.enum(effects),
  /** How it is called; understood by its kind alone. */
  plan: jsonObjectSchema,
});
export type ToolContract = z.infer<typeof contractSchema>;

/** The same for the same contract, whatever the order of its keys. */
export function hashOf(value: object): string {
  return createHash("sha256")
    .update(canonicalize(value) ?? "")
    .digest("base64url");
}

const parts = {
  description: "description",
  parameters: "arguments",
  effect: "effect",
  plan: "call",
} as const;

/** What is not the same in two contracts. */
export function differences(one: ToolContract, other: ToolContract): (typeof changedParts)[number][] {
  const same = (part: keyof ToolContract) => canonicalize(one[part]) === canonicalize(other[part]);
  const all = ["description", "parameters", "effect", "plan"] as const;
  return all.filter((part) => !same(part)).map((part) => parts[part]);
}
