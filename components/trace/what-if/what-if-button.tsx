"use client";

import { FlaskConical } from "lucide-react";
import { useState } from "react";
import { useMe } from "@/components/data/use-me";
import { Button } from "@/components/ui/button";
import { Late } from "@/components/ui/late";
import { lateCode } from "@/components/ui/late-code";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { toast } from "@/components/ui/toast";
import type { Span } from "@/workflows/events/run-view";
import type { GraphDocument } from "@/workflows/graph/document";
import { readWhole } from "../whole/read-whole";

interface WhatIfButtonProps {
  runId: string;
  agentId: string;
  /** The graph as it ran. */
  document: GraphDocument;
  span: Span;
}

const sheet = lateCode(() => import("./what-if").then(({ WhatIf }) => WhatIf));

/** Opens a place to try a model call with other words, another model or other settings. */
export function WhatIfButton({ runId, agentId, document, span }: WhatIfButtonProps) {
  const { can } = useMe();
  const [busy, setBusy] = useState(false);
  const [whole, setWhole] = useState<Span | null>(null);
  if (!can("run.create") || span.status === "running") return null;
  const open = async () => {
    setBusy(true);
    try {
      setWhole(await readWhole(runId, span));
    } catch (error) {
      toast.failed("The call could not be read", error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button size="sm" busy={busy} onClick={() => void open()}>
        <FlaskConical aria-hidden />
        What if…
      </Button>
      <Sheet open={whole !== null} onOpenChange={(isOpen) => !isOpen && setWhole(null)}>
        <SheetContent
          title="What if this call had been another"
          side="right"
          className="w-[min(60rem,100vw)]"
        >
          {whole ? (
            <Late code={sheet} props={{ runId, agentId, document, span: whole }} what="The form" />
          ) : null}
        </SheetContent>
      </Sheet>
    </>
  );
}
