"use client";

import { useState } from "react";
import { toast } from "@/components/ui/toast";
import type { Attached } from "./attached";
import { takeFiles } from "./take-files";

/** Takes files in, says which were left out and why, and knows that it is still reading. */
export function useTakeFiles(
  attached: readonly Attached[],
  most: number,
  onChange: (attached: Attached[]) => void,
) {
  const [reading, setReading] = useState(false);
  const take = async (files: readonly File[]) => {
    if (files.length === 0) return;
    setReading(true);
    try {
      const taken = await takeFiles(files, attached, most);
      if (taken.refused.length > 0) toast.partly("Not everything was attached", taken.refused.join(" "));
      onChange(taken.attached);
    } catch (error) {
      toast.failed("The file could not be read", error);
    } finally {
      setReading(false);
    }
  };
  return { reading, take: (files: readonly File[]) => void take(files) };
}
