"use client";

import { ContextMenu as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { menuClasses } from "./menu-classes";
import { MenuItemContent, type MenuItemContentProps } from "./menu-item-content";

export function ContextMenu(props: ComponentProps<typeof Primitive.Root>) {
  return <Primitive.Root modal={false} {...props} />;
}

/** Wraps the one element that answers a right click or a long press. */
export function ContextMenuTrigger(props: ComponentProps<typeof Primitive.Trigger>) {
  return <Primitive.Trigger asChild {...props} />;
}

/** It opens beside the page, so it stands in a landmark of its own. */
export function ContextMenuContent({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <section aria-label="Menu">
        <Primitive.Content
          collisionPadding={8}
          // A long press ends with the focus going to where the finger was.
          onFocusOutside={(event) => event.preventDefault()}
          className={cn(
            menuClasses.content,
            "max-h-(--radix-context-menu-content-available-height) overflow-y-auto",
            className,
          )}
          {...props}
        />
      </section>
    </Primitive.Portal>
  );
}

type ItemProps = Omit<ComponentProps<typeof Primitive.Item>, "children" | "asChild"> &
  MenuItemContentProps & { danger?: boolean };

export function ContextMenuItem({ icon, shortcut, danger, className, children, ...props }: ItemProps) {
  return (
    <Primitive.Item className={cn(menuClasses.item, danger && menuClasses.danger, className)} {...props}>
      <MenuItemContent icon={icon} shortcut={shortcut}>
        {children}
      </MenuItemContent>
    </Primitive.Item>
  );
}

export function ContextMenuSeparator() {
  return <Primitive.Separator className={menuClasses.separator} />;
}
