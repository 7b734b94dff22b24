import { z } from "zod";
import { slotNameSchema } from "@/workflows/graph/model-slot";
import { type SlotRule, slotRuleSchema, slotRules } from "@/workflows/routing/registry";

const weight = z.string().transform((text, context) => {
  const typed = text.trim();
  if (typed === "") return undefined;
  if (/^\d{1,4}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 1_000) return Number(typed);
  context.addIssue({ code: "custom", message: "A whole number from 1 to 1,000, or nothing" });
  return z.NEVER;
});

/** Rules as they stand in the form: each kind may be on, with its settings as typed. */
export const typedRuleSchema = z.object({ on: z.boolean(), typed: z.record(z.string(), z.string()) });
export type TypedRules = Record<string, z.infer<typeof typedRuleSchema>>;

const kinds = Object.keys(slotRules);

/** What is set of a slot's rules, for the form. */
export function typedRules(rules: readonly SlotRule[]): TypedRules {
  return Object.fromEntries(
    kinds.map((kind) => {
      const { kind: _, ...set } = rules.find((rule) => rule.kind === kind) ?? { kind };
      const typed = Object.entries(set).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(", ") : String(value ?? ""),
      ]);
      return [kind, { on: rules.some((rule) => rule.kind === kind), typed: Object.fromEntries(typed) }];
    }),
  );
}

const rulesSchema = z.record(z.string(), typedRuleSchema).transform((rules, context): SlotRule[] => {
  return kinds.flatMap((kind) => {
    const rule = rules[kind];
    if (!rule?.on) return [];
    const read = slotRuleSchema.safeParse({ kind, ...readTyped(kind, rule.typed) });
    if (read.success) return [read.data];
    for (const { path, message } of read.error.issues) {
      context.addIssue({ code: "custom", path: [kind, "typed", String(path[0])], message });
    }
    return [];
  });
});

/** What was typed as the values that the kind's schema reads; what is empty is left out. */
function readTyped(kind: string, typed: Record<string, string>): Record<string, unknown> {
  const filled = Object.entries(typed).filter(([, text]) => text.trim() !== "");
  return Object.fromEntries(filled.map(([name, text]) => [name, typedValue(kind, name, text)]));
}

function typedValue(kind: string, name: string, text: string): unknown {
  const shape = ruleSettings(kind)[name];
  if (shape instanceof z.ZodArray) return text.split(/[\s,]+/).filter(Boolean);
  if (shape instanceof z.ZodOptional && shape.unwrap() instanceof z.ZodNumber)
    return Number(text.replace(",", "."));
  return text;
}

/** The settings of a kind of rule, by name. */
export function ruleSettings(kind: string): Readonly<Record<string, z.core.$ZodType>> {
  return Object.entries(slotRules).find(([name]) => name === kind)?.[1].settings.shape ?? {};
}

/** A slot as a person fills it in, read into what the contract asks. */
export const slotFormSchema = z.object({
  name: slotNameSchema,
  description: z.string().trim().max(200, "At most 200 characters"),
  models: z
    .array(z.object({ reference: z.string().min(1, "Choose a model"), weight }))
    .refine(
      (models) => new Set(models.map(({ reference }) => reference)).size === models.length,
      "A model may be named once",
    ),
  rules: rulesSchema,
});
