"use client";

import { History } from "lucide-react";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { useDock, useDockStore } from "../dock/dock-store";
import { wordsOf } from "./recent-inputs";

/** Fills the form with what an earlier test run was started with. */
export function RecentMenu({ onChoose }: { onChoose: () => void }) {
  const dock = useDockStore();
  const recent = useDock((state) => state.recent);
  if (recent.length === 0) return null;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger>
        <IconButton icon={History} label="Recent inputs" variant="secondary" />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="max-w-96">
        <DropdownMenuLabel>Recent inputs</DropdownMenuLabel>
        {recent.map((input) => (
          <DropdownMenuItem
            key={wordsOf(input)}
            onSelect={() => {
              dock.setState({ values: input.values, message: input.message });
              onChoose();
            }}
          >
            <span className="min-w-0 truncate">{wordsOf(input)}</span>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
