"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import type { CodeNote } from "@/workflows/code/write/scope";
import type { GraphDocument } from "@/workflows/graph/document";
import { CarriedOver } from "./carried-over";

/** What an export left to say. */
export interface ExportReport {
  notes: readonly CodeNote[];
  document: GraphDocument;
}

interface ExportNotesProps {
  report: ExportReport | null;
  onClose: () => void;
}

/** Says after an export what behaves otherwise outside of the product. */
export function ExportNotes({ report, onClose }: ExportNotesProps) {
  return (
    <Dialog open={report !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title="The project was exported"
        description="It carries the graph and comes back identical. Some things behave otherwise there; its README says so too."
        size="md"
      >
        <DialogBody>{report ? <CarriedOver {...report} /> : null}</DialogBody>
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="primary">Done</Button>
          </DialogClose>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
