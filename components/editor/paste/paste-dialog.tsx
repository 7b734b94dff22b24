"use client";

import { useState } from "react";
import { reducerWords, typeWords } from "@/components/inspector/channels/channel-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceRow } from "@/components/ui/choice-row";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { plural } from "@/components/ui/format/count";
import { missingChannels } from "../commands/clipboard";
import { insertNodes } from "../commands/insert-nodes";
import { useEditorStore } from "../store/editor-context";
import { type PasteRequest, useEditorUi, useEditorUiStore } from "../store/editor-ui";

/** Offers to create the channels that pasted nodes use and this agent does not have. Enter creates all of them. */
export function PasteDialog() {
  const request = useEditorUi((state) => state.pasting);
  const ui = useEditorUiStore();
  const close = () => ui.setState({ pasting: null });
  return (
    <Dialog open={request !== null} onOpenChange={close}>
      {request ? <Offer request={request} close={close} /> : null}
    </Dialog>
  );
}

function Offer({ request: { fragment, at }, close }: { request: PasteRequest; close: () => void }) {
  const store = useEditorStore();
  const [missing] = useState(() => missingChannels(store.getState().document, fragment));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const created = missing.length - left.size;

  const choose = (name: string, wanted: boolean) => {
    const next = new Set(left);
    if (wanted) next.delete(name);
    else next.add(name);
    setLeft(next);
  };
  const paste = () => {
    const channels = Object.entries(fragment.channels).filter(([name]) => !left.has(name));
    close();
    insertNodes(store, { ...fragment, channels: Object.fromEntries(channels) }, at);
  };
  return (
    <DialogContent
      title={`Paste ${plural(Object.keys(fragment.nodes).length, "node")}`}
      description="This agent does not have these channels yet, which the nodes use:"
      onOpenAutoFocus={focusMainButton}
    >
      <DialogBody className="gap-3">
        {missing.map((name) => (
          <ChoiceRow
            key={name}
            side="left"
            label={<ChannelLine name={name} fragment={fragment} />}
            help={fragment.channels[name]?.description}
          >
            <Checkbox
              checked={!left.has(name)}
              onCheckedChange={(checked) => choose(name, checked === true)}
            />
          </ChoiceRow>
        ))}
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button variant="primary" data-main onClick={paste}>
          {created > 0 ? `Create ${plural(created, "channel")} and paste` : "Paste without channels"}
        </Button>
      </DialogFooter>
    </DialogContent>
  );
}

function ChannelLine({ name, fragment }: { name: string } & Pick<PasteRequest, "fragment">) {
  const channel = fragment.channels[name];
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <span className="font-mono text-xs">{name}</span>
      {channel ? <Badge>{typeWords[channel.type]}</Badge> : null}
      {channel && channel.reducer !== channel.type && channel.reducer !== "replace" ? (
        <Badge>{reducerWords[channel.reducer].label}</Badge>
      ) : null}
    </span>
  );
}

function focusMainButton(event: Event): void {
  event.preventDefault();
  if (event.target instanceof HTMLElement) event.target.querySelector<HTMLElement>("[data-main]")?.focus();
}
