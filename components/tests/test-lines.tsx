"use client";

import { Download, Upload } from "lucide-react";
import { useRef } from "react";
import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { download } from "@/components/exchange/download";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/api/client/call";
import { exportCases, importCases, listCases } from "@/lib/api/contract/test-cases";

/** Takes an agent's cases out as a file, and in again. */
export function TestLines({ agentId, hasCases }: { agentId: string; hasCases: boolean }) {
  const { can } = useMe();
  const file = useRef<HTMLInputElement>(null);
  const add = useCall(importCases, {
    refresh: [listCases],
    onSuccess: ({ added }) => toast.done(added === 1 ? "One test was added" : `${added} tests were added`),
    onError: (error) => toast.failed("No tests were added", error),
  });
  const save = async () => {
    try {
      const { lines } = await call(exportCases, { params: { id: agentId } });
      download("tests.jsonl", new Blob([lines], { type: "application/jsonl" }));
    } catch (error) {
      toast.failed("The tests could not be exported", error);
    }
  };
  return (
    <>
      {hasCases ? (
        <Button onClick={() => void save()}>
          <Download aria-hidden />
          Export
        </Button>
      ) : null}
      {can("agent.edit") ? (
        <Button busy={add.isPending} onClick={() => file.current?.click()}>
          <Upload aria-hidden />
          Import
        </Button>
      ) : null}
      <input
        ref={file}
        type="file"
        accept=".jsonl,.ndjson"
        aria-label="File of tests"
        className="hidden"
        onChange={async ({ target }) => {
          const [chosen] = target.files ?? [];
          const lines = await chosen?.text();
          target.value = "";
          if (lines) add.mutate({ params: { id: agentId }, body: { lines } });
        }}
      />
    </>
  );
}
