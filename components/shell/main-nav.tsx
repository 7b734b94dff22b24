"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useMe } from "@/components/data/use-me";
import { Logo } from "./logo";
import { approvalsHref, isCurrent, navItems, settingsItem } from "./nav-items";
import { NavLink } from "./nav-link";
import { useWaitingCount } from "./use-waiting-count";
import { UserMenu } from "./user-menu";

/** The rail at the left of the studio; on a narrow screen the bar at its foot. */
export function MainNav() {
  const pathname = usePathname();
  const { can } = useMe();
  const waiting = useWaitingCount(can("interrupt.read"));
  return (
    <nav
      aria-label="Main"
      className="flex shrink-0 items-center justify-around gap-1 border-t bg-background px-1 pb-[env(safe-area-inset-bottom)] md:w-[3.25rem] md:flex-col md:justify-start md:border-t-0 md:border-r md:px-0 md:py-2.5"
    >
      <Link href="/agents" aria-label="Signalbox, home" className="mb-2 hidden rounded-md md:block">
        <Logo className="size-[2.125rem]" />
      </Link>
      {navItems
        .filter((item) => can(item.needs))
        .map((item) => (
          <NavLink
            key={item.href}
            item={item}
            current={isCurrent(item, pathname)}
            waiting={item.href === approvalsHref ? waiting : 0}
          />
        ))}
      <NavLink item={settingsItem} current={isCurrent(settingsItem, pathname)} className="md:mt-auto" />
      <UserMenu />
    </nav>
  );
}
