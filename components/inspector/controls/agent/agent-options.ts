import { isCallable, type KnownAgent } from "@/workflows/graph/known-agent";
import type { ComboboxOption } from "../combobox";

/**
 * The agents that a graph may call: those that are published, then those that could be. The agent itself is none of
 * them, as it would call itself for ever; a deleted one is named only while it is the one chosen.
 */
export function agentOptions(
  agents: readonly KnownAgent[],
  own: string,
  chosen: string | undefined,
): ComboboxOption[] {
  const others = agents.filter(({ id, slug }) => id !== own || slug === chosen);
  const there = others.filter(({ isDeleted }) => !isDeleted);
  const gone = others.filter(({ isDeleted, slug }) => isDeleted && slug === chosen);
  return [
    ...there.filter(isCallable).map((agent) => optionOf(agent, "Published", `v${agent.liveVersion}`)),
    ...there
      .filter((agent) => !isCallable(agent))
      .map((agent) => optionOf(agent, "Not published", agent.newestVersion > 0 ? "taken offline" : "draft")),
    ...gone.map((agent) => optionOf(agent, "Deleted", "deleted")),
  ];
}

/** Names may be shared: the short name tells them apart, and is found by typing it. */
function optionOf({ slug, name }: KnownAgent, group: string, note: string): ComboboxOption {
  return { value: slug, label: name, note, group };
}
