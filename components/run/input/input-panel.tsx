"use client";

import { Play } from "lucide-react";
import { useState } from "react";
import { useMe } from "@/components/data/use-me";
import { useCommandContext } from "@/components/editor/commands/use-commands";
import { useEditor } from "@/components/editor/store/editor-context";
import { Button } from "@/components/ui/button";
import { useDock } from "../dock/dock-store";
import { useRun } from "../store/run-context";
import { ChatBox } from "./chat-box";
import { InputFields } from "./input-fields";
import { PinnedNodes } from "./pinned-nodes";
import { RecentMenu } from "./recent-menu";
import { chatChannel, missingInputs, runInputs } from "./run-inputs";

/** What the next test run is started with: a form made from Start's channels, and a chat box where it takes messages. */
export function InputPanel() {
  const { can } = useMe();
  const document = useEditor((state) => state.document);
  const values = useDock((state) => state.values);
  const showMissing = useDock((state) => state.showMissing);
  const shown = useRun((state) => state !== null);
  const [editing, setEditing] = useState(false);
  if (!can("run.create")) return null;

  const inputs = runInputs(document);
  const missing = missingInputs(inputs, values);
  // With a run on show, its own words come first; the form waits behind a button.
  const folded =
    shown &&
    !editing &&
    !(showMissing && missing.length > 0) &&
    inputs.some(({ type }) => type !== "messages");
  return (
    <div className="grid max-h-full shrink-0 gap-3 overflow-y-auto border-t bg-background p-3 first:border-t-0">
      {inputs.length === 0 ? (
        <p className="text-muted-foreground text-xs">
          This graph takes no input. Select Start to name the channels a run begins with.
        </p>
      ) : null}
      {folded ? null : <InputFields inputs={inputs} missing={showMissing ? missing : []} />}
      {chatChannel(inputs) ? <ChatBox /> : null}
      <div className="flex flex-wrap items-center gap-2 empty:hidden">
        {chatChannel(inputs) ? null : <StartButton again={shown} />}
        {folded ? <Button onClick={() => setEditing(true)}>Edit input</Button> : null}
        <RecentMenu onChoose={() => setEditing(true)} />
        <PinnedNodes />
      </div>
    </div>
  );
}

function StartButton({ again }: { again: boolean }) {
  const { testRun } = useCommandContext();
  const starting = useDock((state) => state.starting);
  return (
    <Button onClick={() => testRun()} busy={starting}>
      <Play aria-hidden />
      {again ? "Run again" : "Start test run"}
    </Button>
  );
}
