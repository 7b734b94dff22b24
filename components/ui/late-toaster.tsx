"use client";

import { useTheme } from "next-themes";
import { useEffect } from "react";
import { Toaster as Sonner, toast } from "sonner";
import { toasterReady } from "./toast";

/** Shows news; what came before it was here is shown now. */
export function LateToaster() {
  const { resolvedTheme } = useTheme();
  // After the effects of the toaster inside: from then on it hears what is told.
  useEffect(() => toasterReady(toast), []);
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
