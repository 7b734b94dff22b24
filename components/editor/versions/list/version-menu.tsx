"use client";

import { Diff, Ellipsis, Eye, Pencil, RotateCcw } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useMe } from "@/components/data/use-me";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { useAgent } from "../../agent-context";
import { useEditor } from "../../store/editor-context";
import { RestoreDialog } from "../restore-dialog";
import { comparePath, type Side, versionPath } from "../version-paths";
import { NoteDialog } from "./note-dialog";

/** What else can be done with a version. */
export function VersionMenu({ version }: { version: { number: number; note: string } }) {
  const { agent } = useAgent();
  const { can } = useMe();
  const { number } = version;
  const others: Side[] = ["draft", ...(number > 1 ? [number - 1] : [])];
  const live = agent.liveVersion;
  if (live !== null && live !== number && live !== number - 1) others.push(live);
  const readOnly = useEditor((state) => state.readOnly);
  const [noting, setNoting] = useState(false);
  const [restoring, setRestoring] = useState(false);
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger>
          <IconButton icon={Ellipsis} label={`Actions for version ${number}`} />
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem asChild>
            <Link href={versionPath(agent.id, number)}>
              <Eye aria-hidden />
              Open
            </Link>
          </DropdownMenuItem>
          {others.map((other) => (
            <DropdownMenuItem key={other} asChild>
              <Link href={comparePath(agent.id, ...inOrder(number, other))}>
                <Diff aria-hidden />
                {other === "draft" ? "Compare with the draft" : `Compare with version ${other}`}
              </Link>
            </DropdownMenuItem>
          ))}
          {readOnly ? null : (
            <DropdownMenuItem icon={RotateCcw} onSelect={() => setRestoring(true)}>
              Restore as draft…
            </DropdownMenuItem>
          )}
          {can("agent.publish") ? (
            <DropdownMenuItem icon={Pencil} onSelect={() => setNoting(true)}>
              Edit note…
            </DropdownMenuItem>
          ) : null}
        </DropdownMenuContent>
      </DropdownMenu>
      <NoteDialog version={version} open={noting} onOpenChange={setNoting} />
      <RestoreDialog number={number} open={restoring} onOpenChange={setRestoring} />
    </>
  );
}

/** The older one first. */
function inOrder(one: number, other: Side): [Side, Side] {
  return other !== "draft" && other < one ? [other, one] : [one, other];
}
