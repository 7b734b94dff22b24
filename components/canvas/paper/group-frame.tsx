"use client";

import type { NodeProps } from "@xyflow/react";
import { memo } from "react";
import { framePadding } from "@/components/editor/graph/frames";
import { thingOf } from "@/components/editor/graph/things";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { useEditorUi } from "@/components/editor/store/editor-ui";
import { cn } from "@/components/ui/cn";
import type { FrameNode } from "../flow/flow-types";
import { TitleField } from "../nodes/title-field";
import { paperLooks } from "./paper-looks";
import { useTitleSize } from "./use-title-size";

const hintWords = { join: "Let go to put it into this group", leave: "Let go to take it out of this group" };

/** The frame behind the nodes of a group, with its title in the upper left corner. */
export const GroupFrame = memo(function GroupFrame({ id: key, selected, data }: NodeProps<FrameNode>) {
  const { id } = thingOf(key);
  const store = useEditorStore();
  const group = useEditor((state) => state.document.layout.groups[id]);
  const renaming = useEditorUi((state) => state.renaming === key);
  const size = useTitleSize();
  if (!group) return null;

  const look = paperLooks[group.color];
  const keep = (title: string) =>
    store.getState().change({ op: "group.set", id, group: { ...group, title } });
  return (
    <section
      data-group={id}
      className={cn(
        "relative size-full rounded-xl border-2 transition-[border-color,background-color]",
        look.frame,
        data.hint === "join" && "border-running border-dashed",
        data.hint === "leave" && "border-muted-foreground border-dashed bg-transparent",
        selected && "ring-2 ring-ring ring-offset-2 ring-offset-canvas",
      )}
    >
      {/* The title grows upwards, out of the frame, and never over a card. */}
      <header
        style={{ bottom: `calc(100% - ${framePadding.top - 16}px)`, fontSize: size }}
        className={cn(
          "pointer-events-auto absolute inset-x-0 flex min-h-10 items-end gap-3 px-4 leading-[1.4]",
          look.ink,
        )}
      >
        {renaming ? (
          <TitleField label="Name of the group" title={group.title} onKeep={keep} className="font-semibold" />
        ) : (
          <h3 className="min-w-0 truncate font-semibold">{group.title || "Untitled group"}</h3>
        )}
      </header>
      {data.hint ? (
        <p
          style={{ fontSize: size }}
          className="absolute top-[calc(100%+0.5rem)] left-0 whitespace-nowrap rounded-lg border border-running-line bg-running-soft px-[0.75em] py-[0.25em] text-running-ink leading-[1.4]"
        >
          {hintWords[data.hint]}
        </p>
      ) : null}
    </section>
  );
});
