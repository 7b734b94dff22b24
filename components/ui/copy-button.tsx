"use client";

import { Check, Copy } from "lucide-react";
import { Button, type ButtonProps } from "./button";
import { IconButton } from "./icon-button";
import { useCopy } from "./use-copy";

interface CopyButtonProps extends Omit<ButtonProps, "children" | "value" | "onClick" | "asChild"> {
  /** The text, or how to make it when it is long. */
  value: string | (() => string);
  /** What is copied: Copy run id. */
  label?: string;
  /** Shows the label beside the icon. */
  withLabel?: boolean;
}

export function CopyButton({ value, label = "Copy", withLabel, ...props }: CopyButtonProps) {
  const { copied, copy } = useCopy();
  const Icon = copied ? Check : Copy;
  const words = copied ? "Copied" : label;
  const onClick = () => void copy(typeof value === "string" ? value : value());
  if (!withLabel) return <IconButton icon={Icon} label={words} onClick={onClick} {...props} />;
  return (
    <Button onClick={onClick} aria-live="polite" {...props}>
      <Icon aria-hidden />
      {words}
    </Button>
  );
}
