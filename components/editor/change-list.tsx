import { useMemo } from "react";
import { stepsOf } from "@/workflows/graph/apply";
import type { Operation } from "@/workflows/graph/operation";
import { describeOperation, type Names } from "./store/describe-operation";

interface ChangeListProps {
  operations: readonly Operation[];
  names: Names;
}

/** Operations in words, one line for each thing that changed. */
export function ChangeList({ operations, names }: ChangeListProps) {
  const subjects = useMemo(() => {
    const described = operations.flatMap(stepsOf).map((step) => describeOperation(step, names));
    return [...Map.groupBy(described, (each) => each.subject)];
  }, [operations, names]);
  if (subjects.length === 0) return <p className="text-muted-foreground">Nothing.</p>;
  return (
    <ul className="grid max-h-72 gap-1 overflow-y-auto">
      {subjects.map(([subject, changes]) => (
        <li key={subject} className="min-w-0 break-words">
          <span className="font-medium">{subject}</span>{" "}
          <span className="text-muted-foreground">
            {[...new Set(changes.map((change) => change.words))].join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
