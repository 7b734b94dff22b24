"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { cn } from "./cn";
import { IconButton } from "./icon-button";
import { Input } from "./input";

/** A hidden value that its owner may look at before sending it. */
export function PasswordInput({ className, ...props }: Omit<ComponentProps<"input">, "type">) {
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <Input
        type={shown ? "text" : "password"}
        className={cn("pr-9 pointer-coarse:pr-12", className)}
        autoCapitalize="none"
        spellCheck={false}
        {...props}
      />
      <IconButton
        icon={shown ? EyeOff : Eye}
        label={shown ? "Hide" : "Show"}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute inset-y-0 right-0.5 my-auto"
      />
    </div>
  );
}
