import type { z } from "zod";
import type { Ability, Facts } from "@/workflows/catalogue/facts";

/** A model of a slot with what counts for choosing among them. */
export interface Candidate {
  reference: string;
  /** As people know it. */
  name: string;
  /** Its share of first calls, against those of the others that have one. */
  weight?: number | undefined;
  facts: Facts;
  /** Micro-dollars per million tokens; null = unknown. */
  inputPrice: number | null;
  outputPrice: number | null;
  /** How long half of its latest calls took at most; null = not measured. */
  latencyMs: number | null;
}

/** The call for which a model is chosen. */
export interface RoutedCall {
  /** About how many tokens it is given, where that is known. */
  promptTokens?: number | undefined;
  /** How many it may answer with, where the node says so. */
  answerTokens?: number | undefined;
  needs: readonly Ability[];
  /** From 0 up to, but not, 1: what is left to chance. */
  lot: number;
}

export interface LeftOut {
  name: string;
  /** In words that go on after its name. */
  why: string;
}

/** What a rule makes of the models that those before it left. */
export interface Outcome {
  models: readonly Candidate[];
  left?: readonly LeftOut[];
  /** Why the first is the first, where this rule put it there. */
  because?: string | undefined;
  /** The next is asked where an answer does not fit, or is less sure than `below`. */
  escalate?: Escalation;
}

export interface Escalation {
  below?: number | undefined;
}

/** One kind of rule of a slot: pure, and the same in the browser. */
export interface RuleKind<Settings extends z.ZodObject = z.ZodObject> {
  title: string;
  /** One sentence for the settings. */
  summary: string;
  settings: Settings;
  /** @param settings as stored */
  apply: (models: readonly Candidate[], settings: unknown, call: RoutedCall) => Outcome;
}

export function ruleKind<Settings extends z.ZodObject>({
  apply,
  ...kind
}: Omit<RuleKind<Settings>, "apply"> & {
  apply: (models: readonly Candidate[], settings: z.output<Settings>, call: RoutedCall) => Outcome;
}): RuleKind<Settings> {
  return {
    ...kind,
    apply: (models, settings, call) => apply(models, kind.settings.parse(settings), call),
  };
}

/** Leaves out those for which there is a reason. */
export function without(
  models: readonly Candidate[],
  reason: (model: Candidate) => string | undefined,
): Required<Pick<Outcome, "models" | "left">> {
  const judged = models.map((model) => ({ model, why: reason(model) }));
  return {
    models: judged.filter(({ why }) => why === undefined).map(({ model }) => model),
    left: judged.flatMap(({ model, why }) => (why === undefined ? [] : [{ name: model.name, why }])),
  };
}
