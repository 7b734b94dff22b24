"use client";

import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { Spinner } from "./spinner";

export const buttonClasses = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium text-sm transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "bg-primary text-primary-foreground hover:bg-primary-hover",
        secondary: "border border-input bg-card text-card-foreground hover:bg-accent",
        ghost: "text-muted-foreground hover:bg-accent hover:text-accent-foreground",
        danger: "bg-destructive text-destructive-foreground hover:bg-destructive-hover",
        link: "text-foreground underline decoration-input underline-offset-4 hover:decoration-current",
      },
      size: {
        sm: "h-7 px-2.5 text-xs pointer-coarse:h-11 pointer-coarse:px-3.5",
        md: "h-8 px-3 pointer-coarse:h-11 pointer-coarse:px-4",
        lg: "h-10 px-4 pointer-coarse:h-11",
      },
    },
    compoundVariants: [{ variant: "link", className: "h-auto px-0 pointer-coarse:h-11 pointer-coarse:px-0" }],
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export interface ButtonProps extends ComponentProps<"button">, VariantProps<typeof buttonClasses> {
  /** Renders the only child (a link, say) with the button's looks. */
  asChild?: boolean;
  /** Work is under way: shows a spinner, keeps the width, ignores clicks, keeps the focus. */
  busy?: boolean;
}

export function Button({
  className,
  variant,
  size,
  asChild,
  busy,
  children,
  type = "button",
  ...props
}: ButtonProps) {
  const classes = cn(buttonClasses({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root className={classes} {...props}>
        {children}
      </Slot.Root>
    );
  }
  if (!busy) {
    return (
      <button type={type} className={classes} {...props}>
        {children}
      </button>
    );
  }
  return (
    <button
      {...props}
      type="button"
      aria-disabled
      aria-busy
      className={cn(classes, "relative")}
      onClick={(event) => event.preventDefault()}
    >
      {/* Seen through, not hidden: what is hidden would leave the button without a name. */}
      <span className="inline-flex items-center gap-1.5 opacity-0">{children}</span>
      <Spinner className="absolute inset-0 m-auto" />
    </button>
  );
}
