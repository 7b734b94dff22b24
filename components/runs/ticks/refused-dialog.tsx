"use client";

import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import type { ListedRun } from "@/lib/api/contract/runs";
import { shortRunId } from "../short-run-id";
import type { Refused } from "./use-each-run";

interface RefusedDialogProps {
  refused: Refused | undefined;
  /** To name the runs by what they were given. */
  rows: readonly ListedRun[];
  onClose: () => void;
}

/** Which of several runs nothing was done with, and why. */
export function RefusedDialog({ refused, rows, onClose }: RefusedDialogProps) {
  const nameOf = (id: string) => rows.find((row) => row.id === id)?.inputPreview || `Run ${shortRunId(id)}`;
  return (
    <Dialog open={refused !== undefined} onOpenChange={onClose}>
      <DialogContent
        title={refused?.title}
        description={refused?.runs.length === 1 ? "It is still ticked." : "They are still ticked."}
        size="md"
      >
        <DialogBody>
          <ul className="grid divide-y">
            {refused?.runs.map(({ id, why }) => (
              <li key={id} className="grid gap-0.5 py-2 first:pt-0">
                <Link href={`/runs/${id}`} className="truncate font-medium text-sm hover:underline">
                  {nameOf(id)}
                </Link>
                <p className="text-muted-foreground text-sm">{why}</p>
              </li>
            ))}
          </ul>
        </DialogBody>
        <DialogFooter>
          <DialogClose asChild>
            <Button>Close</Button>
          </DialogClose>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
