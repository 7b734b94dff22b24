"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useEditor } from "../store/editor-context";
import { RestoreDialog } from "./restore-dialog";

/** Makes a version the draft, after a question; not for those who may only look. */
export function RestoreButton({ number }: { number: number }) {
  const readOnly = useEditor((state) => state.readOnly);
  const [asking, setAsking] = useState(false);
  if (readOnly) return null;
  return (
    <>
      <Button size="sm" onClick={() => setAsking(true)}>
        Restore…
      </Button>
      <RestoreDialog number={number} open={asking} onOpenChange={setAsking} />
    </>
  );
}
