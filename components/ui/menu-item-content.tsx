import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { menuClasses } from "./menu-classes";

export interface MenuItemContentProps {
  icon?: LucideIcon;
  children: ReactNode;
  shortcut?: string;
}

/** The inside of a menu's line, the same in dropdown and context menus. */
export function MenuItemContent({ icon: Icon, children, shortcut }: MenuItemContentProps) {
  return (
    <>
      {Icon ? <Icon aria-hidden /> : null}
      {children}
      {shortcut ? <span className={menuClasses.shortcut}>{shortcut}</span> : null}
    </>
  );
}
