"use client";

import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { useEndpoint } from "@/components/data/use-endpoint";
import { ShownOnce } from "@/components/settings/shown-once";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { errorMessage } from "@/components/ui/error-message";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RelativeTime } from "@/components/ui/relative-time";
import { Select } from "@/components/ui/select";
import {
  type AnswerLink,
  createAnswerLink,
  listAnswerLinks,
  withdrawAnswerLink,
} from "@/lib/api/contract/answer-links";
import type { InterruptSummary } from "@/lib/api/contract/runs";

const whole = "*";
const lifetimes = [
  { value: "24", label: "A day" },
  { value: "72", label: "3 days" },
  { value: "336", label: "2 weeks" },
] as const;

/** Makes links by which somebody without an account answers, and withdraws those that were not used. */
export function LinksDialog({ pause }: { pause: InterruptSummary }) {
  const [open, setOpen] = useState(false);
  const [recipient, setRecipient] = useState("");
  const [answer, setAnswer] = useState(whole);
  const [hours, setHours] = useState<(typeof lifetimes)[number]["value"]>("72");
  const make = useCall(createAnswerLink, { refresh: [listAnswerLinks] });
  const choices = [
    { value: whole, label: "Whatever they choose" },
    ...pause.payload.answers.map(({ id, label }) => ({ value: id, label: `Only “${label}”` })),
  ];
  const send = () =>
    make.mutate({
      params: { id: pause.id },
      body: { recipient, hours: Number(hours), ...(answer !== whole && { answer }) },
    });
  const change = (next: boolean) => {
    setOpen(next);
    if (next) return;
    make.reset();
    setRecipient("");
  };
  return (
    <>
      <Button size="sm" variant="link" onClick={() => setOpen(true)}>
        Answer link
      </Button>
      <Dialog open={open} onOpenChange={change}>
        <DialogContent
          title={`A link for “${pause.nodeTitle}”`}
          description="Whoever holds it answers once, without an account and in your place."
        >
          <DialogBody>
            {make.data ? (
              <ShownOnce label="Answer link" value={`${location.origin}${make.data.path}`} />
            ) : (
              <>
                <Field
                  label="For whom"
                  help="Stands on record with the answer."
                  error={make.isError ? errorMessage(make.error) : undefined}
                >
                  <Input
                    value={recipient}
                    autoComplete="off"
                    onChange={(event) => setRecipient(event.target.value)}
                  />
                </Field>
                <Field label="Answer">
                  <Select options={choices} value={answer} onValueChange={setAnswer} />
                </Field>
                <Field label="Works for">
                  <Select options={lifetimes} value={hours} onValueChange={setHours} />
                </Field>
              </>
            )}
            <MadeLinks pauseId={pause.id} enabled={open} />
          </DialogBody>
          <DialogFooter>
            <DialogClose asChild>
              <Button>Close</Button>
            </DialogClose>
            {make.data ? null : (
              <Button
                variant="primary"
                busy={make.isPending}
                disabled={recipient.trim() === ""}
                onClick={send}
              >
                Make link
              </Button>
            )}
          </DialogFooter>
        </DialogContent>
      </Dialog>
    </>
  );
}

function MadeLinks({ pauseId, enabled }: { pauseId: string; enabled: boolean }) {
  const links = useEndpoint(listAnswerLinks, { params: { id: pauseId } }, { enabled });
  const withdraw = useCall(withdrawAnswerLink, { refresh: [listAnswerLinks] });
  const items = links.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-label="Links made before" className="grid gap-1 text-sm">
      <h3 className="font-medium">Links made before</h3>
      <ul className="grid gap-1">
        {items.map((link) => (
          <li key={link.id} className="flex items-center justify-between gap-x-3">
            <span className="min-w-0 break-words">
              {link.recipient} · <LinkStanding link={link} />
            </span>
            {link.state === "open" ? (
              <Button
                size="sm"
                variant="ghost"
                aria-label={`Withdraw the link for ${link.recipient}`}
                busy={withdraw.isPending}
                onClick={() => withdraw.mutate({ params: { id: pauseId, linkId: link.id } })}
              >
                Withdraw
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function LinkStanding({ link }: { link: AnswerLink }) {
  if (link.state === "open") {
    return (
      <>
        works until <RelativeTime time={link.expiresAt} />
      </>
    );
  }
  return link.state === "used" && link.usedAt ? (
    <>
      used <RelativeTime time={link.usedAt} />
    </>
  ) : (
    stateWords[link.state]
  );
}

const stateWords = {
  open: "works",
  used: "used",
  expired: "expired",
  withdrawn: "withdrawn",
  answered: "answered another way",
  over: "no longer needed",
} as const;
