const scratchpadKey = "__pregel_scratchpad";

/**
 * LangGraph counts the subgraphs that one task calls and gives each a checkpoint namespace of its own, over all attempts
 * of the task: a second attempt would begin afresh instead of going on. A visit calls one.
 */
export function sameNamespace(configurable: Record<string, unknown> = {}): Record<string, unknown> {
  const scratchpad = configurable[scratchpadKey];
  if (typeof scratchpad === "object" && scratchpad !== null && "subgraphCounter" in scratchpad) {
    scratchpad.subgraphCounter = 0;
  }
  return configurable;
}
