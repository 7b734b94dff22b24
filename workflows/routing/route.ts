import { capable } from "./capable";
import { type SlotRule, slotRules } from "./registry";
import type { Candidate, Escalation, LeftOut, Outcome, RoutedCall } from "./rule-kind";
import { weighted } from "./weights";

export interface Route {
  /** In the order in which they are asked; empty where a rule left none. */
  references: string[];
  because: string;
  left: LeftOut[];
  escalate?: Escalation;
}

/**
 * The models of a slot for one call: first those that can do it, then rule by rule; the last that puts one in front says
 * why it is there. Weights have the last word, because they are a trial.
 */
export function routeSlot(models: readonly Candidate[], rules: readonly SlotRule[], call: RoutedCall): Route {
  const steps: ((models: readonly Candidate[]) => Outcome)[] = [
    (given) => capable(given, call.needs),
    ...rules.map(({ kind, ...settings }) => (given: readonly Candidate[]) => {
      return slotRules[kind].apply(given, settings, call);
    }),
    (given) => weighted(given, call.lot),
  ];
  let kept = models;
  let because: string | undefined;
  let escalate: Escalation | undefined;
  const left: LeftOut[] = [];
  for (const step of steps) {
    const outcome = step(kept);
    kept = outcome.models;
    because = outcome.because ?? because;
    escalate = outcome.escalate ?? escalate;
    left.push(...(outcome.left ?? []));
  }
  return {
    references: kept.map(({ reference }) => reference),
    because: because ?? (kept.length > 1 ? `the first of ${kept.length}` : onlyOne(models.length)),
    left,
    ...(escalate && { escalate }),
  };
}

const onlyOne = (all: number) => (all > 1 ? "the only one that is left" : "its only model");
