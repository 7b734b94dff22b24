"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";

const sections = [
  { href: "/runs", label: "Runs" },
  { href: "/runs/threads", label: "Conversations" },
] as const;

/** What agents did: run by run, or as the conversations they belong to. */
export function RunSections() {
  const pathname = usePathname();
  return (
    <nav aria-label="Runs and conversations" className="flex gap-4 border-b">
      {sections.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={pathname === href ? "page" : isInside(pathname, href) ? "true" : undefined}
          className={cn(
            "-mb-px inline-flex h-10 items-center border-transparent border-b-2 text-muted-foreground text-sm transition-colors hover:text-foreground focus-visible:outline-offset-[-2px] pointer-coarse:h-11",
            isInside(pathname, href) && "border-foreground font-medium text-foreground",
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

const isInside = (pathname: string, href: string) =>
  pathname === href || (href !== "/runs" && pathname.startsWith(`${href}/`));
