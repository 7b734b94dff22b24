"use client";

import { Braces, FileUp, Image, ImageDown, SquareCode } from "lucide-react";
import { useState } from "react";
import { useMe } from "@/components/data/use-me";
import { ExportNotes } from "@/components/exchange/export-notes";
import { ImportDialog } from "@/components/exchange/import-dialog";
import { DropdownMenuContent, DropdownMenuItem, DropdownMenuSeparator } from "@/components/ui/dropdown-menu";
import { useEditor } from "../store/editor-context";
import { useExports } from "./use-exports";
import { useReplaceDraft } from "./use-replace-draft";

/** The ways out of the editor and into it, in a menu: files and pictures. Pictures need the canvas to be shown. */
export function ExchangeMenu({ building }: { building: boolean }) {
  const { can } = useMe();
  const readOnly = useEditor((state) => state.readOnly);
  const [importing, setImporting] = useState(false);
  const exports = useExports();
  const replace = useReplaceDraft();
  return (
    <>
      <DropdownMenuContent align="end">
        <DropdownMenuItem icon={Braces} onSelect={exports.json}>
          Export as JSON
        </DropdownMenuItem>
        <DropdownMenuItem icon={SquareCode} onSelect={() => void exports.code()}>
          Export as LangGraph.js project
        </DropdownMenuItem>
        <DropdownMenuItem icon={Image} disabled={!building} onSelect={() => void exports.picture("png")}>
          Picture (PNG)
        </DropdownMenuItem>
        <DropdownMenuItem icon={ImageDown} disabled={!building} onSelect={() => void exports.picture("svg")}>
          Picture (SVG)
        </DropdownMenuItem>
        {can("agent.edit") ? (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuItem icon={FileUp} onSelect={() => setImporting(true)}>
              Import…
            </DropdownMenuItem>
          </>
        ) : null}
      </DropdownMenuContent>
      <ExportNotes report={exports.report} onClose={exports.closeReport} />
      <ImportDialog
        open={importing}
        onOpenChange={setImporting}
        {...(readOnly ? {} : { onReplace: replace })}
      />
    </>
  );
}
