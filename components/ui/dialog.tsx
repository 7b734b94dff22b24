"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { useFocusReturn } from "./focus-return";
import { IconButton } from "./icon-button";
import { overlayClasses } from "./overlay-classes";

export const Dialog = Primitive.Root;
export const DialogClose = Primitive.Close;

interface DialogContentProps extends Omit<ComponentProps<typeof Primitive.Content>, "title"> {
  title: ReactNode;
  /** One or two lines under the title. */
  description?: ReactNode;
  size?: "sm" | "md" | "lg";
}

const widths = { sm: "sm:max-w-md", md: "sm:max-w-lg", lg: "sm:max-w-3xl" };

/** On a phone it rises from the lower edge; its body scrolls, title and footer stay. */
export function DialogContent(props: DialogContentProps) {
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={overlayClasses} />
      <Panel {...props} />
    </Primitive.Portal>
  );
}

function Panel({ title, description, size = "sm", className, children, ...props }: DialogContentProps) {
  const described = description ? {} : { "aria-describedby": undefined };
  const onCloseAutoFocus = useFocusReturn();
  return (
    <Primitive.Content
      onCloseAutoFocus={onCloseAutoFocus}
      className={cn(
        "fade-in-0 slide-in-from-bottom-2 fixed inset-x-0 bottom-0 z-50 flex max-h-[calc(100dvh-2rem)] animate-in flex-col rounded-t-lg border bg-popover text-popover-foreground shadow-float duration-150 sm:inset-0 sm:m-auto sm:h-fit sm:w-[calc(100%-2rem)] sm:rounded-lg",
        widths[size],
        className,
      )}
      {...described}
      {...props}
    >
      <header className="grid gap-1 px-5 pt-4 pr-14 pb-3">
        <Primitive.Title className="break-words font-semibold text-base">{title}</Primitive.Title>
        {description ? (
          <Primitive.Description className="text-muted-foreground text-sm">
            {description}
          </Primitive.Description>
        ) : null}
      </header>
      {children}
      {/* Last, so that the focus starts in the first field. */}
      <Primitive.Close asChild>
        <IconButton icon={X} label="Close" className="absolute top-3 right-3" />
      </Primitive.Close>
    </Primitive.Content>
  );
}

export function DialogBody({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      className={cn("grid min-h-0 grid-cols-1 gap-4 overflow-y-auto px-5 pt-1 pb-5", className)}
      {...props}
    />
  );
}

/** The buttons, the main one last. */
export function DialogFooter({ className, ...props }: ComponentProps<"div">) {
  return (
    <footer
      className={cn("flex flex-wrap items-center justify-end gap-2 border-t px-5 py-3", className)}
      {...props}
    />
  );
}
