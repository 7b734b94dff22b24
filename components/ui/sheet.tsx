"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { useFocusReturn } from "./focus-return";
import { IconButton } from "./icon-button";
import { overlayClasses } from "./overlay-classes";

export const Sheet = Primitive.Root;

interface SheetContentProps extends Omit<ComponentProps<typeof Primitive.Content>, "title"> {
  title: ReactNode;
  side?: "bottom" | "right" | "left";
}

const sides = {
  bottom: "inset-x-0 bottom-0 max-h-[85dvh] rounded-t-lg border-t slide-in-from-bottom-8",
  right: "inset-y-0 right-0 w-[min(28rem,100vw)] border-l slide-in-from-right-8",
  left: "inset-y-0 left-0 w-[min(20rem,90vw)] border-r slide-in-from-left-8",
};

/** A panel over the page: what stands beside the page on a wide screen comes in this on a phone. */
export function SheetContent(props: SheetContentProps) {
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={overlayClasses} />
      <Panel {...props} />
    </Primitive.Portal>
  );
}

function Panel({ title, side = "bottom", className, children, ...props }: SheetContentProps) {
  const onCloseAutoFocus = useFocusReturn();
  return (
    <Primitive.Content
      onCloseAutoFocus={onCloseAutoFocus}
      aria-describedby={undefined}
      onEscapeKeyDown={(event) => {
        // Suggestions that are open in a field take the key first.
        if (document.activeElement?.hasAttribute("aria-activedescendant")) event.preventDefault();
      }}
      className={cn(
        "fade-in-0 fixed z-50 flex animate-in flex-col bg-popover text-popover-foreground shadow-float duration-150",
        sides[side],
        className,
      )}
      {...props}
    >
      <header className="flex h-12 shrink-0 items-center border-b pr-14 pl-4">
        <Primitive.Title className="min-w-0 flex-1 truncate font-semibold">{title}</Primitive.Title>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto pb-[env(safe-area-inset-bottom)]">{children}</div>
      {/* Last, so that the focus starts in the content. */}
      <Primitive.Close asChild>
        <IconButton
          icon={X}
          label="Close"
          className="absolute top-2.5 right-2 pointer-coarse:top-0.5 pointer-coarse:right-0.5"
        />
      </Primitive.Close>
    </Primitive.Content>
  );
}
