"use client";

import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";

export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      closeButton
      mobileOffset={{ bottom: "4.5rem" }}
      toastOptions={{
        classNames: {
          toast:
            "!rounded-lg !border !border-border !bg-popover !text-popover-foreground !text-sm !font-sans !shadow-float",
          description: "!text-muted-foreground",
          actionButton: "!h-7 !rounded-md !bg-primary !px-2.5 !text-primary-foreground",
          closeButton: "!border-border !bg-popover !text-popover-foreground",
        },
      }}
    />
  );
}
