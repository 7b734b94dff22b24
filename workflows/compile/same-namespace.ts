const scratchpadKey = "__pregel_scratchpad";

/**
 * What a graph below a visit is called with, mended in two ways. LangGraph counts the subgraphs that one task calls and
 * gives each a checkpoint namespace of its own, over all attempts of the task: a second attempt would begin afresh instead
 * of going on; a visit calls one. And it takes the mere presence of `checkpoint_id`, which it sets to undefined for every
 * task, for a replay, in which tasks run again though their results are stored.
 */
export function sameNamespace({
  checkpoint_id,
  ...configurable
}: Record<string, unknown> = {}): Record<string, unknown> {
  const scratchpad = configurable[scratchpadKey];
  if (typeof scratchpad === "object" && scratchpad !== null && "subgraphCounter" in scratchpad) {
    scratchpad.subgraphCounter = 0;
  }
  return { ...configurable, ...(checkpoint_id !== undefined && { checkpoint_id }) };
}
