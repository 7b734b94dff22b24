"use client";

import { Ellipsis } from "lucide-react";
import { DropdownMenu, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { Late } from "@/components/ui/late";
import { lateCode } from "@/components/ui/late-code";

const contents = lateCode(async () => (await import("./exchange-menu")).ExchangeMenu);

/** The menu's button is there at once and keeps the focus; what is in the menu comes later. */
export function LateExchangeMenu({ building }: { building: boolean }) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger>
        <IconButton icon={Ellipsis} label="Export and import" />
      </DropdownMenuTrigger>
      <Late code={contents} props={{ building }} />
    </DropdownMenu>
  );
}
