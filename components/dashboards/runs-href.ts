import type { DashboardValues } from "./use-dashboard-address";

interface Narrowed {
  agent?: string | null | undefined;
  version?: number | null | undefined;
  person?: string | null | undefined;
  status?: string | undefined;
  problem?: string | undefined;
  since: string;
  before: string;
  sort?: "slowest" | "costliest" | undefined;
}

/** The list of the runs behind a figure. Drafts have no version there, so that theirs are those of the agent's tests. */
export function runsHref(
  values: Pick<DashboardValues, "agent" | "version" | "source">,
  narrowed: Narrowed,
): string {
  const { agent = values.agent, version = values.version, ...rest } = narrowed;
  const all = { source: values.source, agent, version: version || undefined, ...rest };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(all)) if (value != null) query.set(name, String(value));
  return `/runs?${query}`;
}
