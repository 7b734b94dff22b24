import { z } from "zod";
import { ruleKind } from "./rule-kind";

/** Share of calls in which a model that was not measured goes first, so that it is. */
const trials = 0.05;

/**
 * The one with the shortest median first. Those that nobody measured stay behind, but for one call in twenty: else the
 * first that was measured would stay in front for ever.
 */
export const latencyRule = ruleKind({
  title: "Fastest first",
  summary:
    "By the median of its latest calls here. One call in twenty goes to a model that was not measured yet.",
  settings: z.strictObject({}),
  apply: (models, _settings, { lot }) => {
    const known = models
      .filter(({ latencyMs }) => latencyMs !== null)
      .toSorted((a, b) => (a.latencyMs ?? 0) - (b.latencyMs ?? 0));
    const unknown = models.filter(({ latencyMs }) => latencyMs === null);
    const [trial, ...others] = unknown;
    if (known.length > 0 && trial && lot < trials) {
      return { models: [trial, ...known, ...others], because: "to measure how fast it is" };
    }
    const [fastest] = known;
    return {
      models: [...known, ...unknown],
      ...(fastest &&
        models.length > 1 && {
          because: `the fastest of ${models.length}, with a median of ${fastest.latencyMs} ms`,
        }),
    };
  },
});
