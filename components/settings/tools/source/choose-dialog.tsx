"use client";

import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { errorMessage } from "@/components/ui/error-message";
import { ErrorState } from "@/components/ui/error-state";
import { plural } from "@/components/ui/format/count";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { getConfigured } from "@/lib/api/contract/agents";
import { chooseTools, getSource, listSources } from "@/lib/api/contract/tools";
import { OfferList } from "../import/offer-list";
import type { Catalogue, Source } from "../items";

interface ChooseDialogProps {
  source: Source;
  /** What the source has now; asked each time the dialog is opened. */
  found: { data: Catalogue | undefined; error: Error | null; isPending: boolean; ask: () => void };
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Which of what a source has are tools. */
export function ChooseDialog({ source, found, open, onOpenChange }: ChooseDialogProps) {
  const { data, error, isPending, ask } = found;
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title={`Tools from ${source.name}`}
        description="What is not chosen is removed. What stays keeps its name, settings and approval."
        size="lg"
      >
        {data && !isPending ? (
          <Choice catalogue={data} source={source} onDone={() => onOpenChange(false)} />
        ) : (
          <DialogBody>
            {error ? (
              <ErrorState title="The source does not tell what it has" error={error} onRetry={ask} />
            ) : (
              <SkeletonRows rows={5} label="Asking the source" />
            )}
          </DialogBody>
        )}
      </DialogContent>
    </Dialog>
  );
}

interface ChoiceProps {
  catalogue: Catalogue;
  source: Source;
  onDone: () => void;
}

function Choice({ catalogue, source, onDone }: ChoiceProps) {
  const { offers, fingerprint } = catalogue;
  const before = offers.filter(({ chosen }) => chosen).map(({ key }) => key);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(before));
  const save = useCall(chooseTools, { refresh: [getSource, listSources, getConfigured] });
  const submit = async () => {
    const keys = offers.map(({ key }) => key).filter((key) => chosen.has(key));
    const body = { fingerprint, keys };
    if (await save.mutateAsync({ params: { id: source.id }, body }).catch(() => null)) onDone();
  };
  const dropped = before.filter((key) => !chosen.has(key)).length;
  return (
    <>
      <DialogBody>
        {save.error ? <Notice tone="failed">{errorMessage(save.error)}</Notice> : null}
        <OfferList offers={offers} chosen={chosen} onChange={setChosen} />
        {dropped > 0 ? (
          <Notice tone="waiting">{`${plural(dropped, "tool")} will be removed. Agents that use them fail until they get others.`}</Notice>
        ) : null}
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button
          variant="primary"
          busy={save.isPending}
          disabled={chosen.size === 0}
          onClick={() => void submit()}
        >
          {`Keep ${plural(chosen.size, "tool")}`}
        </Button>
      </DialogFooter>
    </>
  );
}
