"use client";

import Link from "next/link";
import { cn } from "@/components/ui/cn";
import { Tooltip } from "@/components/ui/tooltip";
import { NavBadge } from "./nav-badge";
import type { NavItem } from "./nav-items";

interface NavLinkProps {
  item: NavItem;
  current: boolean;
  /** How many things wait there. */
  waiting?: number;
  className?: string;
}

/** An icon with a tooltip in the rail; an icon with its word in a phone's bottom bar. */
export function NavLink({ item, current, waiting = 0, className }: NavLinkProps) {
  const { icon: Icon, href, label } = item;
  return (
    <Tooltip tip={label} side="right">
      <Link
        href={href}
        aria-current={current ? "page" : undefined}
        className={cn(
          "relative flex h-14 min-w-14 flex-1 flex-col items-center justify-center gap-0.5 rounded-md text-muted-foreground transition-colors hover:text-foreground md:size-9 md:min-w-0 md:flex-none md:hover:bg-accent",
          current && "text-foreground md:bg-accent",
          className,
        )}
      >
        <span className="relative">
          <Icon aria-hidden className="size-[1.125rem]" strokeWidth={current ? 2.25 : 1.75} />
          <NavBadge waiting={waiting} />
        </span>
        <span className="text-2xs md:sr-only">{label}</span>
      </Link>
    </Tooltip>
  );
}
