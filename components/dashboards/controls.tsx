"use client";

import { useEndpoint } from "@/components/data/use-endpoint";
import { AgentSelect } from "@/components/filters/agent-select";
import { AnySelect } from "@/components/filters/any-select";
import { SourceSelect } from "@/components/filters/source-select";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { listVersions } from "@/lib/api/contract/agents";
import { type RangeName, rangeNames, rangeProblem } from "@/workflows/figures/range";
import { type DashboardAddress, dashboardViews } from "./use-dashboard-address";

const rangeWords: Record<RangeName, string> = {
  "24h": "24 hours",
  "7d": "7 days",
  "30d": "30 days",
  "90d": "90 days",
  custom: "Custom",
};
const viewWords = { overview: "Overview", flame: "Where it goes" };
const draft = "0";

/** What time is looked at, whose runs, and how. */
export function DashboardControls({ address: [values, set] }: { address: DashboardAddress }) {
  const versions = useEndpoint(
    listVersions,
    { params: { id: values.agent ?? "" } },
    { enabled: values.agent !== null },
  );
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <SegmentedControl
          label="View"
          options={dashboardViews.map((value) => ({ value, label: viewWords[value] }))}
          value={values.view}
          onValueChange={(view) => void set({ view, place: null })}
        />
        <SegmentedControl
          label="Time"
          options={rangeNames.map((value) => ({ value, label: rangeWords[value] }))}
          value={values.range}
          onValueChange={(range) =>
            void set(range === "custom" ? { range, ...lastWeek() } : { range, from: null, to: null })
          }
          className="max-w-full overflow-x-auto"
        />
        <AgentSelect
          value={values.agent}
          onChoose={(agent) => void set({ agent, version: null, place: null })}
        />
        {values.agent === null ? null : (
          <AnySelect
            aria-label="Version"
            any="All versions"
            value={values.version === null ? null : String(values.version)}
            options={[
              { value: draft, label: "Draft" },
              ...(versions.data?.items ?? []).map(({ number }) => ({
                value: String(number),
                label: `Version ${number}`,
              })),
            ]}
            onChoose={(version) =>
              void set({ version: version === null ? null : Number(version), place: null })
            }
          />
        )}
        <SourceSelect
          aria-label="Started from"
          value={values.source}
          onChoose={(source) => void set({ source })}
        />
      </div>
      {values.range === "custom" ? <CustomRange address={[values, set]} /> : null}
    </div>
  );
}

function CustomRange({ address: [{ from, to }, set] }: { address: DashboardAddress }) {
  const problem = customProblem(from, to);
  const error = (field: "from" | "to") => (problem?.field === field ? problem.message : undefined);
  return (
    <div className="flex flex-wrap items-start gap-3">
      <Field label="First day" error={error("from")}>
        <Input
          type="date"
          className="w-44"
          value={from ?? ""}
          onChange={(event) => void set({ from: event.target.value || null })}
        />
      </Field>
      <Field label="Last day" error={error("to")}>
        <Input
          type="date"
          className="w-44"
          value={to ?? ""}
          onChange={(event) => void set({ to: event.target.value || null })}
        />
      </Field>
    </div>
  );
}

/** What keeps a custom range from being asked for. */
export function customProblem(from: string | null, to: string | null) {
  return rangeProblem({ range: "custom", zone: "UTC", from: from ?? undefined, to: to ?? undefined });
}

function lastWeek(): { from: string; to: string } {
  const dayMs = 86_400_000;
  const local = (at: number) => new Date(at).toLocaleDateString("sv-SE");
  return { from: local(Date.now() - 6 * dayMs), to: local(Date.now()) };
}
