import { Counter, Histogram, type Registry } from "prom-client";
import type { KeptFrom } from "@/workflows/events/event";
import type { Usage } from "@/workflows/events/usage";
import { boundedLabel } from "./bounded";
import { callBuckets, waitBuckets } from "./buckets";

/** Names of models are typed in by people. */
const mostModels = 100;

/** Calls of models: how long, how many tokens, what they cost. */
export function modelMetrics(registry: Registry) {
  const registers = [registry];
  const labelNames = ["provider", "model"];
  const seconds = new Histogram({
    name: "signalbox_model_call_seconds",
    help: "Time of a model call, by how it ended: finished or failed",
    labelNames: [...labelNames, "outcome"],
    buckets: callBuckets,
    registers,
  });
  const firstToken = new Histogram({
    name: "signalbox_model_first_token_seconds",
    help: "Time from a model call's start to its first token",
    labelNames,
    buckets: waitBuckets,
    registers,
  });
  const tokens = new Counter({
    name: "signalbox_tokens_total",
    help: "Tokens of model calls; cached ones are among the input",
    labelNames: [...labelNames, "kind"],
    registers,
  });
  const cost = new Counter({
    name: "signalbox_cost_dollars_total",
    help: "Cost of model calls whose price is known",
    labelNames,
    registers,
  });
  const unpriced = new Counter({
    name: "signalbox_unpriced_calls_total",
    help: "Model calls whose cost is unknown",
    labelNames,
    registers,
  });
  const kept = new Counter({
    name: "signalbox_kept_answers_total",
    help: "Model calls answered by a kept answer, by how it was found: exact or semantic",
    labelNames: [...labelNames, "match"],
    registers,
  });
  const saved = new Counter({
    name: "signalbox_saved_dollars_total",
    help: "What calls answered by kept answers would have cost, where the price is known",
    labelNames,
    registers,
  });
  const bounded = boundedLabel(mostModels);
  const labels = ({ provider, model }: Called) => ({ provider, model: bounded(model) });
  return {
    firstToken: (called: Called, ms: number) => firstToken.observe(labels(called), ms / 1000),
    failed: (called: Called, ms: number) =>
      seconds.observe({ ...labels(called), outcome: "failed" }, ms / 1000),
    /** The model was not asked: neither its time nor its tokens are counted. */
    kept(called: Called, { match, savedMicros }: KeptFrom): void {
      kept.inc({ ...labels(called), match });
      if (savedMicros !== null) saved.inc(labels(called), savedMicros / 1e6);
    },
    finished(called: Called, ms: number, usage: Usage | null, costMicros: number | null): void {
      const of = labels(called);
      seconds.observe({ ...of, outcome: "finished" }, ms / 1000);
      if (usage) {
        tokens.inc({ ...of, kind: "input" }, usage.input);
        tokens.inc({ ...of, kind: "output" }, usage.output);
        tokens.inc({ ...of, kind: "cached" }, usage.cached ?? 0);
      }
      if (costMicros === null) unpriced.inc(of);
      else cost.inc(of, costMicros / 1e6);
    },
  };
}

interface Called {
  provider: string;
  model: string;
}
