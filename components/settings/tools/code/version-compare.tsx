"use client";

import { useEndpoint } from "@/components/data/use-endpoint";
import { DiffText } from "@/components/editor/versions/text/diff-text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { getToolVersion, type ToolDefinition } from "@/lib/api/contract/code-tools";

interface VersionCompareProps {
  id: string;
  /** The newer of the two. */
  number: number;
  before: number;
  onClose: () => void;
}

/** What changed from one version of a tool in code to another, word by word. */
export function VersionCompare({ id, number, before, onClose }: VersionCompareProps) {
  const [older, newer] = [
    useEndpoint(getToolVersion, { params: { id, number: before } }),
    useEndpoint(getToolVersion, { params: { id, number } }),
  ];
  const failed = older.error ?? newer.error;
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent title={`Version ${before} and version ${number}`} size="lg">
        <DialogBody>
          {older.data && newer.data ? (
            <Differences before={older.data.definition} after={newer.data.definition} />
          ) : failed ? (
            <ErrorState
              title="The versions could not be loaded"
              error={failed}
              onRetry={() => void Promise.all([older.refetch(), newer.refetch()])}
              retrying={older.isFetching || newer.isFetching}
            />
          ) : (
            <SkeletonRows rows={4} label="Loading both versions" />
          )}
        </DialogBody>
        <DialogFooter>
          <Button onClick={onClose}>Done</Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

function Differences({ before, after }: { before: ToolDefinition; after: ToolDefinition }) {
  const parts = partsOf(before, after).filter(({ from, to }) => from !== to);
  if (parts.length === 0) return <p className="text-muted-foreground text-sm">Both are the same.</p>;
  return parts.map(({ title, from, to, mono }) => (
    <section key={title} aria-label={title} className="grid min-w-0 gap-1.5">
      <h3 className="font-medium text-sm">{title}</h3>
      <DiffText before={from} after={to} mono={mono} />
    </section>
  ));
}

function partsOf(before: ToolDefinition, after: ToolDefinition) {
  const json = (value: unknown) => JSON.stringify(value, null, 2);
  const limits = ({ timeoutMs, memoryMb, network, effect }: ToolDefinition) =>
    json({ timeoutMs, memoryMb, network, ...(network && { effect }) });
  return [
    { title: "Purpose", from: before.description, to: after.description, mono: false },
    { title: "Arguments", from: json(before.parameters), to: json(after.parameters), mono: true },
    { title: "Code", from: before.code, to: after.code, mono: true },
    { title: "Tests", from: json(before.tests), to: json(after.tests), mono: true },
    { title: "Limits", from: limits(before), to: limits(after), mono: true },
  ];
}
