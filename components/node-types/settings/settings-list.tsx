import { Badge } from "@/components/ui/badge";
import type { SettingRow } from "./setting-rows";

/** Settings one below the other: what each is called, takes, and does. */
export function SettingsList({ rows }: { rows: readonly SettingRow[] }) {
  return (
    <dl className="divide-y">
      {rows.map((row) => (
        <div key={row.name} className="grid gap-x-6 gap-y-1.5 px-4 py-3 sm:grid-cols-[13rem_minmax(0,1fr)]">
          <dt className="grid content-start gap-0.5">
            <span className="flex flex-wrap items-center gap-1.5 font-medium text-sm">
              {row.label}
              {row.required ? <Badge>required</Badge> : null}
            </span>
            <code className="break-all font-mono text-muted-foreground text-xs">{row.name}</code>
          </dt>
          <dd className="grid min-w-0 content-start gap-1.5">
            <p className="text-sm">
              {row.kind}
              {row.choices.length > 0 ? <Choices choices={row.choices} /> : null}
              {row.limits.map((limit) => `, ${limit}`).join("")}
            </p>
            {row.help ? <p className="max-w-prose text-muted-foreground text-sm">{row.help}</p> : null}
            <More row={row} />
            {row.entry.length > 0 ? (
              <div className="mt-1 rounded-md border">
                <p className="border-b px-4 py-2 font-medium text-muted-foreground text-xs">Each entry</p>
                <SettingsList rows={row.entry} />
              </div>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Choices({ choices }: { choices: readonly string[] }) {
  return (
    <>
      {": "}
      {choices.map((choice, index) => (
        <span key={choice}>
          {index > 0 ? ", " : null}
          <code className="font-mono text-xs">{choice}</code>
        </span>
      ))}
    </>
  );
}

/** What holds by itself, and when the setting is there at all. */
function More({ row: { preset, shownWhile, under } }: { row: SettingRow }) {
  if (preset === undefined && shownWhile === undefined && under === undefined) return null;
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-0.5 text-muted-foreground text-xs">
      {preset === undefined ? null : (
        <span>
          Default <code className="break-all font-mono text-foreground">{preset}</code>
        </span>
      )}
      {shownWhile === undefined ? null : <span>Only while {shownWhile}</span>}
      {under === undefined ? null : <span>Under {under}</span>}
    </p>
  );
}
