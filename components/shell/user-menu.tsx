"use client";

import { LogOut } from "lucide-react";
import { useMe } from "@/components/data/use-me";
import { roleNames } from "@/components/settings/role-names";
import { Avatar } from "@/components/ui/avatar";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { ThemeMenuItems } from "./theme-menu-items";

export function UserMenu() {
  const { user, workspace, role } = useMe();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger>
        <button
          type="button"
          className="flex h-14 min-w-14 flex-1 flex-col items-center justify-center gap-0.5 rounded-md text-muted-foreground md:size-9 md:min-w-0 md:flex-none md:rounded-full"
        >
          <Avatar
            name={user.name}
            id={user.id}
            decorative
            className="size-5 text-[0.5rem] md:size-7 md:text-2xs"
          />
          <span className="text-2xs md:sr-only">
            Account<span className="sr-only"> of {user.name}</span>
          </span>
        </button>
      </DropdownMenuTrigger>
      <DropdownMenuContent side="right" align="end" className="w-60">
        <DropdownMenuLabel>
          <span className="block truncate font-medium text-foreground text-sm">{user.name}</span>
          <span className="block truncate">{user.email}</span>
          <span className="block truncate">
            {roleNames[role].title} in {workspace.name}
          </span>
        </DropdownMenuLabel>
        <DropdownMenuSeparator />
        <ThemeMenuItems />
        <DropdownMenuSeparator />
        <DropdownMenuItem icon={LogOut} onSelect={() => void leave()}>
          Sign out
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

async function leave(): Promise<void> {
  const { signOut } = await import("next-auth/react");
  await signOut({ callbackUrl: "/sign-in" });
}
