"use client";

import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { useEndpoint } from "@/components/data/use-endpoint";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { errorMessage } from "@/components/ui/error-message";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { type InterruptSummary, listInterrupts, passOnInterrupt } from "@/lib/api/contract/runs";
import { listMembers } from "@/lib/api/contract/workspace";
import { roleMay } from "@/lib/auth/permissions";

/** Passes one's turn at a pause to another member. */
export function PassOn({ pause }: { pause: InterruptSummary }) {
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState<string>();
  const members = useEndpoint(listMembers, {}, { enabled: open });
  const pass = useCall(passOnInterrupt, { refresh: [listInterrupts] });
  const options = (members.data?.items ?? [])
    .filter(({ role }) => roleMay(role, "interrupt.answer"))
    .map(({ name, email }) => ({ value: email, label: name, description: email }));
  const send = async () => {
    if (!to) return;
    try {
      await pass.mutateAsync({ params: { id: pause.id }, body: { to } });
      setOpen(false);
    } catch {
      // It stands below the field.
    }
  };
  return (
    <>
      <Button size="sm" variant="link" onClick={() => setOpen(true)}>
        Pass on
      </Button>
      <Dialog open={open} onOpenChange={setOpen}>
        <DialogContent
          title={`Pass on “${pause.nodeTitle}”`}
          description="They are asked in your place from now on."
          size="sm"
        >
          <DialogBody>
            <Field label="To" error={pass.isError ? errorMessage(pass.error) : undefined}>
              <Select
                options={options}
                value={to}
                onValueChange={setTo}
                placeholder={members.isPending ? "Loading…" : "Choose a member"}
              />
            </Field>
          </DialogBody>
          <DialogFooter>
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
            <Button variant="primary" busy={pass.isPending} disabled={!to} onClick={() => void send()}>
              Pass on
            </Button>
          </DialogFooter>
        </DialogContent>
      </Dialog>
    </>
  );
}
