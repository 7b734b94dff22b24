"use client";

import { Tooltip as Primitive } from "radix-ui";
import type { ReactElement, ReactNode } from "react";

export const TooltipProvider = Primitive.Provider;

interface TooltipProps {
  /** What the tip says; nothing is shown for an empty one. */
  tip: ReactNode;
  /** One element that takes a ref and can be focused. */
  children: ReactElement;
  side?: "top" | "right" | "bottom" | "left";
}

/** Words on hover and on focus. Never the only place where something important is said. */
export function Tooltip({ tip, children, side = "top" }: TooltipProps) {
  if (!tip) return children;
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="fade-in-0 z-50 max-w-72 animate-in rounded-md bg-primary px-2 py-1 text-primary-foreground text-xs shadow-float duration-150"
        >
          {tip}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
