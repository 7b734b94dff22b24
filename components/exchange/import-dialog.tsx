"use client";

import { FileUp } from "lucide-react";
import { useRef, useState } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { plural } from "@/components/ui/format/count";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { listModels } from "@/lib/api/contract/models";
import type { ReadCode } from "@/workflows/code/from-code";
import { importNotes } from "@/workflows/code/import-notes";
import type { GraphDocument } from "@/workflows/graph/document";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { CarriedOver } from "./carried-over";
import { useImportAgent } from "./use-import-agent";

interface ImportDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Puts the graph in the place of the open draft. */
  onReplace?: (document: GraphDocument) => void;
}

interface Chosen extends ReadCode {
  name: string;
}

/** Brings a graph in from a file and says what it could not bring. */
export function ImportDialog({ open, onOpenChange, onReplace }: ImportDialogProps) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const models = useEndpoint(listModels, {}, { enabled: open });
  const create = useImportAgent();

  const change = (next: boolean) => {
    if (!next) {
      setChosen(null);
      setProblem(null);
    }
    onOpenChange(next);
  };
  const read = async (file: File) => {
    const { readImport } = await import("./read-import");
    const result = readImport(new Uint8Array(await file.arrayBuffer()));
    setProblem(result.ok ? null : result.problem);
    setChosen(result.ok ? { ...result.value, name: nameOf(file) } : null);
  };
  const known = new Set(models.data?.items.map((model) => model.reference));
  const missing = chosen && models.data ? importNotes(chosen.document, nodeDefinitions, known) : [];

  return (
    <Dialog open={open} onOpenChange={change}>
      <DialogContent
        title="Import a graph"
        description="From its JSON, or from a zip of the LangGraph.js project that it was exported as."
        size="md"
      >
        <DialogBody>
          <FileChoice onChoose={(file) => void read(file)} />
          {problem ? (
            <Notice tone="failed" title="This file holds no graph">
              {problem}
            </Notice>
          ) : null}
          {chosen ? (
            <>
              <Field label="Name of the agent">
                <Input
                  value={chosen.name}
                  maxLength={120}
                  onChange={(event) => setChosen({ ...chosen, name: event.target.value })}
                />
              </Field>
              <p className="text-muted-foreground text-sm">{sizeOf(chosen.document)}</p>
              <CarriedOver notes={[...chosen.notes, ...missing]} document={chosen.document} />
            </>
          ) : null}
        </DialogBody>
        <DialogFooter>
          {onReplace ? (
            <Button
              disabled={!chosen}
              onClick={() => {
                if (chosen) onReplace(chosen.document);
                change(false);
              }}
            >
              Replace this draft
            </Button>
          ) : null}
          <Button
            variant="primary"
            disabled={!chosen?.name.trim()}
            busy={create.isPending}
            onClick={() => chosen && create.mutate(chosen)}
          >
            Make a new agent
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

function FileChoice({ onChoose }: { onChoose: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState<string | null>(null);
  const take = (file: File | undefined) => {
    if (!file) return;
    setName(file.name);
    onChoose(file);
  };
  return (
    <section
      aria-label="File"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer.files[0]);
      }}
      className="flex flex-wrap items-center gap-3 rounded-md border border-dashed p-3"
    >
      <Button onClick={() => input.current?.click()}>
        <FileUp aria-hidden />
        Choose a file
      </Button>
      <span className="min-w-0 flex-1 truncate text-muted-foreground text-sm">
        {name ?? "or drop it here"}
      </span>
      <input
        ref={input}
        type="file"
        aria-label="Graph file"
        accept=".json,.zip,application/json,application/zip"
        className="hidden"
        onChange={(event) => {
          take(event.target.files?.[0]);
          // The same file can be chosen again after it was changed.
          event.target.value = "";
        }}
      />
    </section>
  );
}

function nameOf(file: File): string {
  const name = file.name
    .replace(/\.(json|zip)$/i, "")
    .replace(/[-_]+/g, " ")
    .trim();
  return name ? name.charAt(0).toUpperCase() + name.slice(1, 120) : "Imported agent";
}

function sizeOf({ nodes, edges, channels }: GraphDocument): string {
  const count = (table: object) => Object.keys(table).length;
  return [
    plural(count(nodes), "node"),
    plural(count(edges), "connection"),
    plural(count(channels), "channel"),
  ].join(", ");
}
