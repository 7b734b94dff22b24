"use client";

import { Dialog, DialogBody, DialogContent } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { commandGroups } from "./commands/command";
import { commands } from "./commands/commands";
import { keysToShow } from "./commands/keys";
import { focusItself } from "./panels/focus-itself";
import { useEditorUi, useEditorUiStore } from "./store/editor-ui";

/** Gestures that no single key stands for. */
const gestures = [
  { label: "Select several", keys: ["Shift", "click or drag"] },
  { label: "Move the view", keys: ["Drag", "scroll"] },
  { label: "Zoom", keys: [keysToShow("Mod")[0] ?? "Ctrl", "scroll"] },
  { label: "Connect", keys: ["Drag from a dot"] },
  { label: "Move several selected nodes", keys: ["Arrow keys"] },
  { label: "Insert a node", keys: ["Click the + of an edge"] },
  { label: "Lead an edge elsewhere", keys: ["Drag one of its ends"] },
];

/** Every key of the editor on one page. */
export function ShortcutsSheet() {
  const open = useEditorUi((state) => state.shortcuts);
  const ui = useEditorUiStore();
  return (
    <Dialog open={open} onOpenChange={(shortcuts) => ui.setState({ shortcuts })}>
      <DialogContent
        title="Keyboard shortcuts"
        size="lg"
        onOpenAutoFocus={focusItself}
        className="outline-none"
      >
        <DialogBody className="block gap-x-8 sm:columns-2">
          {commandGroups.map((group) => (
            <section key={group} className="mb-5 break-inside-avoid">
              <h3 className="mb-1 font-medium text-muted-foreground text-xs">{group}</h3>
              <dl>
                {commands
                  .filter((command) => command.group === group)
                  .map(({ id, label, keys }) => (
                    <Shortcut key={id} label={label} alternatives={keys.map(keysToShow)} />
                  ))}
                {group === "View"
                  ? gestures.map(({ label, keys }) => (
                      <Shortcut key={label} label={label} alternatives={[keys]} />
                    ))
                  : null}
              </dl>
            </section>
          ))}
        </DialogBody>
      </DialogContent>
    </Dialog>
  );
}

function Shortcut({ label, alternatives }: { label: string; alternatives: readonly (readonly string[])[] }) {
  return (
    <div className="flex min-h-8 items-center justify-between gap-4 border-b last:border-b-0">
      <dt>{label}</dt>
      <dd className="flex shrink-0 items-center gap-1">
        {alternatives.map((keys, index) => (
          <span key={keys.join()} className="flex items-center gap-1">
            {index > 0 ? <span className="text-muted-foreground text-xs">or</span> : null}
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </span>
        ))}
      </dd>
    </div>
  );
}
