"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { atLeisure } from "@/components/ui/first-picture";
import { Late } from "@/components/ui/late";
import { SkeletonRows } from "@/components/ui/skeleton";
import { usePaletteOpen } from "./command-source";
import { paletteEntries } from "./palette-code";

/** Mod+K anywhere in the studio: screens, settings, agents, runs, and what the open page can do. */
export function CommandPalette() {
  const [open, setOpen] = usePaletteOpen();
  const router = useRouter();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const asked = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
      if (!asked || event.shiftKey || event.altKey || event.defaultPrevented) return;
      event.preventDefault();
      setOpen(!open);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [open, setOpen]);
  useEffect(() => atLeisure(paletteEntries.preload), []);
  const leave = (then: () => void) => {
    setOpen(false);
    // What it does may take the focus, which the closing dialog gives back first.
    requestAnimationFrame(then);
  };
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogContent title="Go to or do" size="md">
        <Late
          what="The palette"
          code={paletteEntries}
          props={{ go: (href) => leave(() => router.push(href)), run: leave }}
          placeholder={<SkeletonRows rows={6} />}
        />
      </DialogContent>
    </Dialog>
  );
}
