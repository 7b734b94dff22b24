"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { menuClasses } from "./menu-classes";
import { MenuItemContent, type MenuItemContentProps } from "./menu-item-content";

/** Not modal: the page under a menu stays readable and scrollable, and one click outside does its own work too. */
export function DropdownMenu(props: ComponentProps<typeof Primitive.Root>) {
  return <Primitive.Root modal={false} {...props} />;
}

export const DropdownMenuRadioGroup = Primitive.RadioGroup;

/** Wraps the button that opens the menu. */
export function DropdownMenuTrigger(props: ComponentProps<typeof Primitive.Trigger>) {
  return <Primitive.Trigger asChild {...props} />;
}

/** It opens beside the page, so it stands in a landmark of its own. */
export function DropdownMenuContent({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <section aria-label="Menu">
        <Primitive.Content
          sideOffset={4}
          collisionPadding={8}
          className={cn(menuClasses.content, className)}
          {...props}
        />
      </section>
    </Primitive.Portal>
  );
}

type ItemProps = Omit<ComponentProps<typeof Primitive.Item>, "children"> &
  MenuItemContentProps & { danger?: boolean };

export function DropdownMenuItem({
  icon,
  shortcut,
  danger,
  className,
  children,
  asChild,
  ...props
}: ItemProps) {
  return (
    <Primitive.Item
      asChild={asChild}
      className={cn(menuClasses.item, danger && menuClasses.danger, className)}
      {...props}
    >
      {asChild ? (
        children
      ) : (
        <MenuItemContent icon={icon} shortcut={shortcut}>
          {children}
        </MenuItemContent>
      )}
    </Primitive.Item>
  );
}

export function DropdownMenuRadioItem({
  className,
  children,
  ...props
}: ComponentProps<typeof Primitive.RadioItem>) {
  return (
    <Primitive.RadioItem className={cn(menuClasses.item, "pr-8", className)} {...props}>
      {children}
      <Primitive.ItemIndicator className="absolute right-2">
        <Check aria-hidden />
      </Primitive.ItemIndicator>
    </Primitive.RadioItem>
  );
}

export function DropdownMenuLabel({ className, ...props }: ComponentProps<typeof Primitive.Label>) {
  return <Primitive.Label className={cn(menuClasses.label, className)} {...props} />;
}

export function DropdownMenuSeparator() {
  return <Primitive.Separator className={menuClasses.separator} />;
}
