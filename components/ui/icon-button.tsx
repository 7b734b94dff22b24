"use client";

import type { LucideIcon } from "lucide-react";
import { Button, type ButtonProps } from "./button";
import { cn } from "./cn";
import { Tooltip } from "./tooltip";

interface IconButtonProps extends Omit<ButtonProps, "children" | "asChild" | "aria-label"> {
  icon: LucideIcon;
  /** The button's name: read aloud, and shown as its tooltip. */
  label: string;
  /** A shortcut to show in the tooltip, after the name. */
  shortcut?: string;
  side?: "top" | "right" | "bottom" | "left";
}

const squares = { sm: "size-7", md: "size-8", lg: "size-10" };

export function IconButton({
  icon: Icon,
  label,
  shortcut,
  side,
  size = "sm",
  variant = "ghost",
  className,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip tip={shortcut ? `${label} (${shortcut})` : label} side={side}>
      <Button
        aria-label={label}
        variant={variant}
        size={size}
        className={cn(squares[size ?? "sm"], "px-0 pointer-coarse:size-11 pointer-coarse:px-0", className)}
        {...props}
      >
        <Icon aria-hidden />
      </Button>
    </Tooltip>
  );
}
