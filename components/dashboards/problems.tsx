import Link from "next/link";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { readableName } from "@/components/ui/format/readable-name";
import type { Dashboard } from "@/lib/api/contract/dashboards";
import { runsHref } from "./runs-href";
import type { DashboardValues } from "./use-dashboard-address";

/** Why runs failed, the most frequent first; each leads to its runs. */
export function Problems({ dashboard, values }: { dashboard: Dashboard; values: DashboardValues }) {
  const { problems, since, before } = dashboard;
  const most = problems[0]?.n ?? 1;
  return (
    <Card aria-label="Problems">
      <CardHeader title="Problems" description="What runs ended with, the most frequent first." />
      <CardBody>
        {problems.length === 0 ? (
          <p className="text-muted-foreground text-sm">No run ended with a problem.</p>
        ) : (
          <ul className="grid gap-1">
            {problems.map(({ code, n }) => (
              <li key={code}>
                <Link
                  href={runsHref(values, { since, before, problem: code })}
                  className="relative flex min-h-8 items-center justify-between gap-3 overflow-hidden rounded-md px-2 text-sm hover:bg-accent pointer-coarse:min-h-11"
                >
                  <span
                    aria-hidden
                    className="absolute inset-y-1 left-0 rounded-sm bg-failed-soft"
                    style={{ width: `${(n / most) * 100}%` }}
                  />
                  <span className="relative min-w-0 truncate">
                    {readableName(code)} <span className="pl-1 font-mono text-xs">{code}</span>
                  </span>
                  <span className="relative tabular-nums">{n.toLocaleString("en")}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}
