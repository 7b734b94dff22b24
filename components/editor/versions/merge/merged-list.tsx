import { ChangeBadge } from "../changes/change-badge";
import type { Change } from "../changes/changes";
import { fieldLabel } from "../fields/field-label";

interface MergedListProps {
  title: string;
  changes: readonly Change[];
}

/** What of one side goes in without anybody's deciding. */
export function MergedList({ title, changes }: MergedListProps) {
  return (
    <section className="min-w-0">
      <h4 className="mb-1 font-medium text-muted-foreground text-xs">{title}</h4>
      {changes.length === 0 ? <p className="text-muted-foreground">Nothing else.</p> : null}
      <ul className="grid gap-1">
        {changes.map((change) => (
          <li key={change.key} className="flex min-w-0 items-start gap-2">
            <ChangeBadge kind={change.kind} />
            <span className="min-w-0 break-words">
              {change.title}
              {change.kind === "changed" ? (
                <span className="text-muted-foreground">{`: ${labels(change)}`}</span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function labels(change: Change): string {
  return [...new Set(change.fields.map(({ field }) => fieldLabel(change, field)))].join(", ");
}
