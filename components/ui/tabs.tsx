"use client";

import { Tabs as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const Tabs = Primitive.Root;

export function TabsList({ className, ...props }: ComponentProps<typeof Primitive.List>) {
  return (
    <Primitive.List
      className={cn("flex h-10 shrink-0 items-stretch gap-4 overflow-x-auto border-b px-4", className)}
      {...props}
    />
  );
}

export function TabsTrigger({ className, ...props }: ComponentProps<typeof Primitive.Trigger>) {
  return (
    <Primitive.Trigger
      className={cn(
        "-mx-1 -mb-px inline-flex items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 px-1 text-muted-foreground text-sm transition-colors hover:text-foreground focus-visible:outline-offset-[-2px] disabled:opacity-50 data-[state=active]:border-foreground data-[state=active]:font-medium data-[state=active]:text-foreground pointer-coarse:min-w-11 pointer-coarse:justify-center",
        className,
      )}
      {...props}
    />
  );
}

export const TabsContent = Primitive.Content;
