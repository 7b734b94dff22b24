"use client";

import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useSyncExternalStore } from "react";
import { sources } from "@/components/runs/run-facts";
import { dashboardGroups } from "@/lib/api/contract/dashboards";
import { rangeNames } from "@/workflows/figures/range";

export const dashboardViews = ["overview", "flame"] as const;
export const groupMeasures = ["micros", "n", "errors", "tokens", "workMs"] as const;
export type GroupMeasure = (typeof groupMeasures)[number];
export const flameMeasures = ["time", "money"] as const;
export type FlameMeasure = (typeof flameMeasures)[number];

/** What is shown, all of it in the address. */
export function useDashboardAddress() {
  return useQueryStates({
    view: parseAsStringLiteral(dashboardViews).withDefault("overview"),
    range: parseAsStringLiteral(rangeNames).withDefault("7d"),
    from: parseAsString,
    to: parseAsString,
    agent: parseAsString,
    version: parseAsInteger,
    source: parseAsStringLiteral(sources),
    group: parseAsStringLiteral(dashboardGroups).withDefault("agent"),
    measure: parseAsStringLiteral(groupMeasures).withDefault("micros"),
    by: parseAsStringLiteral(flameMeasures).withDefault("time"),
    place: parseAsString,
  });
}
export type DashboardAddress = ReturnType<typeof useDashboardAddress>;
export type DashboardValues = DashboardAddress[0];

/** Where the browser is; undefined until it is known, which is before anything is asked for. */
export function useZone(): string | undefined {
  return useSyncExternalStore(never, ownZone, unknown);
}

/** Nobody moves house while a page is open. */
const never = () => () => {};
const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const unknown = () => undefined;

/** The range and filters as the API takes them. */
export function rangeQuery(values: DashboardValues, zone: string) {
  const { range, from, to, version, source } = values;
  const custom = range === "custom" ? { from: from ?? undefined, to: to ?? undefined } : {};
  return { range, zone, ...custom, version: version ?? undefined, source: source ?? undefined };
}
