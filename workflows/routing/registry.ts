import { z } from "zod";
import { contextLengthRule } from "./context-length";
import { costRule } from "./cost";
import { dataClassRule } from "./data-class";
import { escalateRule } from "./escalate";
import { latencyRule } from "./latency";
import { regionRule } from "./region";
import type { RuleKind } from "./rule-kind";

const named = <Kind extends string>(kind: Kind) => ({ kind: z.literal(kind) });

/** A rule of a slot as it is stored; one more kind is a file, a line here and one below. */
export const slotRuleSchema = z.discriminatedUnion("kind", [
  costRule.settings.extend(named("cost")),
  latencyRule.settings.extend(named("latency")),
  contextLengthRule.settings.extend(named("context")),
  dataClassRule.settings.extend(named("data-class")),
  regionRule.settings.extend(named("region")),
  escalateRule.settings.extend(named("escalate")),
]);
export type SlotRule = z.output<typeof slotRuleSchema>;

export type RuleName = SlotRule["kind"];

export const slotRules = {
  cost: costRule,
  latency: latencyRule,
  context: contextLengthRule,
  "data-class": dataClassRule,
  region: regionRule,
  escalate: escalateRule,
} satisfies Record<RuleName, RuleKind>;
