"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useMe } from "@/components/data/use-me";
import { cn } from "@/components/ui/cn";
import { settingsSections } from "./settings-sections";

/** A column at the left; on a narrow screen a row that scrolls. */
export function SettingsNav() {
  const pathname = usePathname();
  const { can } = useMe();
  return (
    <nav
      aria-label="Settings"
      className="-mx-4 flex gap-1 overflow-x-auto border-b px-4 pb-2 md:mx-0 md:w-44 md:shrink-0 md:flex-col md:border-b-0 md:px-0"
    >
      {settingsSections
        .filter((section) => !section.needs || can(section.needs))
        .map(({ href, label, icon: Icon }) => (
          <Link
            key={href}
            ref={isInside(pathname, href) ? showInRow : undefined}
            href={href}
            aria-current={pathname === href ? "page" : undefined}
            className={cn(
              "inline-flex h-8 items-center gap-2 whitespace-nowrap rounded-md px-2.5 text-muted-foreground transition-colors hover:bg-accent hover:text-foreground focus-visible:outline-offset-[-2px] pointer-coarse:h-11",
              isInside(pathname, href) && "bg-accent font-medium text-foreground",
            )}
          >
            <Icon aria-hidden className="size-4" />
            {label}
          </Link>
        ))}
    </nav>
  );
}

/** A section's own page, or one below it. */
const isInside = (pathname: string, href: string) => pathname === href || pathname.startsWith(`${href}/`);

/** On a phone the row is longer than the screen: the current section must not hide beyond its end. */
function showInRow(link: HTMLAnchorElement | null) {
  link?.scrollIntoView({ inline: "center", block: "nearest" });
}
