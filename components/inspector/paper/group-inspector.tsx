"use client";

import { nodeIcon } from "@/components/canvas/nodes/node-icons";
import { shortcutText } from "@/components/editor/commands/keys";
import { useCommand, useCommandContext } from "@/components/editor/commands/use-commands";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { selectNodes } from "@/components/editor/store/selection";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { plural } from "@/components/ui/format/count";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { TintedIcon } from "@/components/ui/tint";
import type { Group } from "@/workflows/graph/layout";
import { definitionOf } from "@/workflows/nodes/registry";
import { CommandButton } from "../command-button";
import { ColorPicker } from "./color-picker";

/** A group: its title, its colour, and the nodes in it. */
export function GroupInspector({ groupId }: { groupId: string }) {
  const store = useEditorStore();
  const group = useEditor((state) => state.document.layout.groups[groupId]);
  const readOnly = useEditor((state) => state.readOnly);
  if (!group) return null;
  const change = (part: Partial<Group>) =>
    store.getState().change({ op: "group.set", id: groupId, group: { ...group, ...part } });
  return (
    <div className="grid gap-4 p-4">
      <Field label="Title">
        <Input
          value={group.title}
          maxLength={120}
          placeholder="Untitled group"
          disabled={readOnly}
          onChange={(event) => change({ title: event.target.value })}
        />
      </Field>
      <ColorPicker value={group.color} disabled={readOnly} onChange={(color) => change({ color })} />
      <section className="grid gap-1.5">
        <h2 className="font-medium">{plural(group.nodes.length, "node")}</h2>
        <Members ids={group.nodes} />
        {readOnly ? null : (
          <p className="text-muted-foreground text-xs">
            Drag a node into the frame or out of it. By keyboard: select the group and a node, then{" "}
            <Keys of="group" /> puts it in; with the node alone, <Keys of="ungroup" /> takes it out.
          </p>
        )}
      </section>
      {readOnly ? null : (
        <div className="flex flex-wrap gap-2">
          {["duplicate", "tidy-selection", "fit-selection", "ungroup"].map((id) => (
            <CommandButton key={id} id={id} />
          ))}
        </div>
      )}
    </div>
  );
}

function Keys({ of }: { of: string }) {
  const { command } = useCommand(of);
  return <Kbd>{shortcutText(command.keys[0] ?? "")}</Kbd>;
}

/** The nodes of the group; a click goes to one. */
function Members({ ids }: { ids: readonly string[] }) {
  const { store, view } = useCommandContext();
  const nodes = useEditor((state) => state.document.nodes);
  return (
    <ul className="-mx-2 grid">
      {ids.map((id) => {
        const definition = definitionOf(nodes[id]?.type ?? "");
        return (
          <li key={id}>
            <Button
              variant="ghost"
              className="w-full justify-start px-2 font-normal"
              onClick={() => {
                store.getState().select(selectNodes([id]));
                view.focus(id);
              }}
            >
              <TintedIcon icon={nodeIcon(definition?.icon)} tint={definition?.category ?? "flow"} />
              <span className="truncate">{nodes[id]?.title ?? id}</span>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
