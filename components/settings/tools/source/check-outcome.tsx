import { Button } from "@/components/ui/button";
import { plural } from "@/components/ui/format/count";
import { Notice } from "@/components/ui/notice";
import type { CallOutput } from "@/lib/api/contract/endpoint";
import type { checkSource } from "@/lib/api/contract/tools";
import { partWords } from "../words";

interface CheckOutcomeProps {
  outcome: CallOutput<typeof checkSource>;
  onChoose: () => void;
}

/** What is not as it was when it was imported. */
export function CheckOutcome({ outcome: { added, removed, changed }, onChoose }: CheckOutcomeProps) {
  if (added.length + removed.length + changed.length === 0) {
    return <Notice tone="done">Nothing has changed.</Notice>;
  }
  return (
    <Notice
      tone={removed.length + changed.length > 0 ? "waiting" : "neutral"}
      title="The source has changed"
      actions={
        added.length > 0 ? (
          <Button size="sm" onClick={onChoose}>
            Choose tools
          </Button>
        ) : undefined
      }
    >
      <ul className="grid gap-0.5">
        {changed.map(({ key, changed: parts }) => (
          <li key={key} className="break-all">
            <span className="font-mono text-xs">{key}</span>
            {`: other ${parts.map((part) => partWords[part]).join(", ")}`}
          </li>
        ))}
        {removed.map((key) => (
          <li key={key} className="break-all">
            <span className="font-mono text-xs">{key}</span>: gone
          </li>
        ))}
        {added.length > 0 ? (
          <li>{`${plural(added.length, "operation")} that you have not imported`}</li>
        ) : null}
      </ul>
    </Notice>
  );
}
