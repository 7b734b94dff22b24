import { Command } from "cmdk";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** Entries of one kind, under their name. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={title}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-muted-foreground"
    >
      {children}
    </Command.Group>
  );
}

interface EntryProps {
  id: string;
  label: string;
  /** What it is found by beside its name. */
  words?: readonly string[] | undefined;
  icon?: LucideIcon | undefined;
  keys?: string | undefined;
  onSelect: () => void;
}

/** One thing to go to or to do. */
export function Entry({ id, label, words = [], icon: Icon, keys, onSelect }: EntryProps) {
  return (
    <Command.Item
      value={id}
      keywords={[label, ...words]}
      onSelect={onSelect}
      className="flex cursor-pointer select-none items-center gap-2.5 rounded-md px-2 py-1.5 text-sm outline-none data-[selected=true]:bg-accent pointer-coarse:py-3"
    >
      {Icon ? <Icon aria-hidden className="size-4 text-muted-foreground" /> : <span className="size-4" />}
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {keys ? <span className="text-muted-foreground text-xs">{keys}</span> : null}
    </Command.Item>
  );
}
