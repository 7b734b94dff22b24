"use client";

import { Download } from "lucide-react";
import { useEffect } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { ErrorState } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { SkeletonRows } from "@/components/ui/skeleton";
import { urlOf } from "@/lib/api/client/call";
import { getRunFile, listRunFiles, type RunFile } from "@/lib/api/contract/files";
import type { RunStatus } from "@/workflows/events/run-status";
import { sizeWords } from "./size-words";

interface RunFilesProps {
  runId: string;
  status: RunStatus;
}

/** The files that a run sees, to be downloaded. */
export function RunFiles({ runId, status }: RunFilesProps) {
  const files = useEndpoint(listRunFiles, { params: { id: runId } });
  const { refetch } = files;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a run that goes on, rests or ends may have written more
  useEffect(() => void refetch(), [refetch, status]);
  if (files.isError) {
    return (
      <ErrorState title="The files could not be listed" error={files.error} onRetry={() => void refetch()} />
    );
  }
  if (!files.data) return <SkeletonRows rows={3} label="Loading the files" />;
  const { items } = files.data;
  if (items.length === 0) return <p className="p-4 text-muted-foreground">No files yet.</p>;
  return (
    <ul className="divide-y" aria-label="Files">
      {items.map((file) => (
        <FileRow key={file.id} runId={runId} file={file} />
      ))}
    </ul>
  );
}

const scopeWords = { run: "of the run", thread: "of the conversation", agent: "of the agent" } as const;

function FileRow({ runId, file }: { runId: string; file: RunFile }) {
  const href = urlOf(getRunFile, { params: { id: runId, fileId: file.id } });
  return (
    <li className="flex items-center gap-3 px-4 py-2">
      <div className="grid min-w-0 flex-1">
        <span className="break-all">{file.name}</span>
        <span className="text-muted-foreground text-xs">
          {sizeWords(file.bytes)} · {scopeWords[file.scope]} · <RelativeTime time={file.writtenAt} />
        </span>
      </div>
      <a
        href={href}
        download
        aria-label={`Download ${file.name}`}
        className="rounded-md p-2 text-muted-foreground hover:bg-muted hover:text-foreground"
      >
        <Download aria-hidden className="size-4" />
      </a>
    </li>
  );
}
